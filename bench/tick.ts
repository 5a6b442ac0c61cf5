// npm run bench:tick [-- --due 100000]: one dialer tick, the use case over the DynamoDB adapters
// on the DynamoDB of the local cloud, with few and with many due records in the table, and with
// fifty campaigns that share the agents. What a tick reads must not grow with the table. The queue
// behind it is a list: a tick sends one batch to it, however large the table is. A hundred
// thousand records take some 350 MiB.
import { parseArgs } from 'node:util';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dialerTick } from '../lib/application/dialing/dialer-tick.ts';
import type { PortsOf } from '../lib/application/tasks/task-ports.ts';
import { dynamoAgentBoard } from '../lib/aws/dynamodb/agent-board.ts';
import { dynamoCampaignStore } from '../lib/aws/dynamodb/campaign-store.ts';
import { dynamoContactLog } from '../lib/aws/dynamodb/contact-log.ts';
import { rankList } from '../lib/aws/dynamodb/due-records.ts';
import { dynamoLedger } from '../lib/aws/dynamodb/ledger.ts';
import { COUNT_SHARDS, countsKey, recordItem } from '../lib/aws/dynamodb/record-items.ts';
import { dynamoRecordStore } from '../lib/aws/dynamodb/record-store.ts';
import { ulidIds } from '../lib/aws/ulid-ids.ts';
import type { AttemptRef } from '../lib/domain/model/attempt-ref.ts';
import { agentId, campaignId } from '../lib/domain/model/ids.ts';
import { type Instant, parseInstant, plus } from '../lib/domain/model/instant.ts';
import type { Definitions } from '../lib/language/definitions.ts';
import type { JsonObject } from '../lib/local/json.ts';
import { memoryAgentHolds } from '../lib/simulation/memory/agent-holds.ts';
import { memoryDefinitions } from '../lib/simulation/memory/definitions-source.ts';
import { memoryPseudonyms } from '../lib/simulation/memory/pseudonyms.ts';
import { memoryTelephony } from '../lib/simulation/memory/telephony.ts';
import { aRecord } from '../test/support/records.ts';
import { centreOf } from './keys/many-campaigns.ts';
import { meteredTables } from './keys/metered-tables.ts';
import { CAMPAIGN, exampleDefinitions, median, number, ratio, say, table } from './support.ts';

const ROUNDS = 12;
/** Seconds between two ticks: orders before it show in the index by then. */
const BEAT = 10;
const MANY = 50;
const AT_ONCE = 25;
const START = parseInstant('2026-03-02T11:00:00Z');

const { values } = parseArgs({ options: { due: { type: 'string', default: '100000' } } });
const due = Number(values.due);
const example = await exampleDefinitions();
const agentsOf = ({ groups }: Definitions) =>
  Object.entries(groups).flatMap(([group, { agents }]) =>
    agents.map((agent) => ({ agent: agentId(agent), group })),
  );
const many = centreOf(example, {
  ...{ campaigns: MANY, agents: agentsOf(example).length, shared: true },
  callsPerSecond: example.centre.connect.callsPerSecond,
});
const fifty: Definitions = { ...many.definitions, centre: example.centre };

/** @param at which of the campaigns: nobody is in two of them */
function dueRecord(campaign: string, n: number, of: number, at: number) {
  return aRecord(`record-${String(n).padStart(8, '0')}`, {
    campaign: campaignId(campaign),
    phones: [{ value: `+48${600_000_000 + at * of + n}`, isDefault: true }],
    fields: { name: 'Anna Nowak', city: 'Gdańsk', plan: 'Senior' },
    weight: n % 10 === 0 ? 10 : 0,
    nextContact: plus(START, -Math.floor(((of - n) * 86_400) / of)),
  });
}

/** Campaigns that run, with every agent free and so many records due in each. */
async function centre(definitions: Definitions, campaigns: readonly string[], size: number) {
  const { db, tables, meter } = meteredTables(() => {});
  const write = (items: readonly object[]) => {
    for (let n = 0; n < items.length; n += AT_ONCE) {
      const puts = items.slice(n, n + AT_ONCE).map((item) => ({
        PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
      }));
      meter.run('BatchWriteItem', { RequestItems: { records: puts } } as unknown as JsonObject);
      meter.take();
    }
  };
  const list = rankList(db, tables.records);
  for (const [at, campaign] of campaigns.entries()) {
    for (let n = 0; n < 10; n++) await list(dueRecord(campaign, n, size, at));
    for (let n = 0; n < size; n += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, size - n) }, (_, k) => n + k);
      write(some.map((each) => recordItem(dueRecord(campaign, each, size, at))));
    }
    write(
      Array.from({ length: COUNT_SHARDS }, (_, shard) => ({
        ...countsKey(campaignId(campaign), shard),
        new: size / COUNT_SHARDS,
      })),
    );
  }
  let now: Instant = START;
  const orders: AttemptRef[] = [];
  const clock = { now: () => now };
  const ports: PortsOf<'dialer-tick'> = {
    clock,
    ids: ulidIds(clock),
    agentLook: { now: async () => undefined },
    agentHolds: memoryAgentHolds(),
    definitions: memoryDefinitions(definitions),
    records: dynamoRecordStore(db, tables, memoryPseudonyms()),
    campaigns: dynamoCampaignStore(db, tables),
    ledger: dynamoLedger(db, tables.records, memoryPseudonyms()),
    contactLog: dynamoContactLog(db, tables.runtime, memoryPseudonyms()),
    agents: dynamoAgentBoard(db, tables.runtime),
    tickQueue: { send: async () => {}, sendEach: async () => {} },
    // calls are ordered, not placed
    throttle: {
      take: async (moment) => ({ granted: false, retryAt: plus(moment, 1) }),
      takeUpTo: async () => 0,
    },
    telephony: memoryTelephony(),
    dialQueue: { send: async (sent) => void orders.push(...sent) },
  };
  for (const { agent, group } of agentsOf(definitions)) {
    const arn = `arn:aws:connect:eu-central-1:111122223333:instance/i/agent/${agent}`;
    await ports.agents.put({ agent, arn, group, activity: 'free', since: START, eventAt: START });
  }
  for (const campaign of campaigns) {
    const off = await ports.campaigns.load(campaignId(campaign));
    await ports.campaigns.commit(off, { ...off, version: 1, state: 'running' }, []);
  }
  await ports.campaigns.listRunning(campaignId(campaigns[0] ?? ''), 0, campaigns.map(campaignId));
  return {
    async round(): Promise<Round> {
      meter.take();
      const from = process.cpuUsage();
      const { ordered } = await dialerTick({ campaign: campaigns[0] ?? '' }, ports);
      const { user, system } = process.cpuUsage(from);
      const { requests } = meter;
      const uses = meter.take();
      const sum = (figure: 'reads' | 'writes') => uses.reduce((all, use) => all + use[figure], 0);
      return {
        ...{ ordered, requests, reads: sum('reads'), writes: sum('writes') },
        cpu: (user + system) / 1000,
      };
    },
    /** The calls are over, their records closed, the agents free again. */
    settle() {
      write(
        orders.splice(0).map(({ ref }) => {
          const { nextContact: _, ...record } = aRecord(ref.record, { ...ref, state: 'closed' });
          return recordItem(record);
        }),
      );
      now = plus(now, BEAT);
    },
  };
}

interface Round {
  readonly ordered: number;
  readonly requests: number;
  readonly reads: number;
  readonly writes: number;
  readonly cpu: number;
}

const CASES: readonly (readonly [string, Definitions, readonly string[], number])[] = [
  ['1,000 due', example, [CAMPAIGN], 1000],
  [`${number(due)} due`, example, [CAMPAIGN], due],
  [`${MANY} campaigns, 1,000 due in each`, fifty, many.campaigns, 1000],
];

const results: (readonly [string, readonly Round[]])[] = [];
for (const [name, definitions, campaigns, size] of CASES) {
  const one = await centre(definitions, campaigns, size);
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const made = await one.round();
    // the first round warms up
    if (round > 0) rounds.push(made);
    one.settle();
  }
  results.push([name, rounds]);
  process.stderr.write(`${name}: ${number(process.resourceUsage().maxRSS / 1024)} MiB\n`);
}

const FIGURES = {
  'calls ordered': 'ordered',
  requests: 'requests',
  'read units': 'reads',
  'write units': 'writes',
  'milliseconds of CPU': 'cpu',
} as const satisfies Record<string, keyof Round>;

say(`one tick, ${agentsOf(example).length} agents free, median of ${ROUNDS} rounds`);
table(
  ['', ...results.map(([name]) => name)],
  Object.entries(FIGURES).map(([name, key]) => {
    const [few, ...more] = results.map(([, rounds]) => median(rounds.map((round) => round[key])));
    if (few === undefined) throw new Error('no round was run');
    return [name, number(few), ...more.map((one) => `${number(one)} (${ratio(one, few)})`)];
  }),
);
