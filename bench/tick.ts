// npm run bench:tick: one dialer tick, the use case over the DynamoDB adapters against a real
// table, with few and with many due records in it. What a tick reads must not grow with the table.
// The queue behind it is a list: a tick sends one batch to it, however large the table is.
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
import { memoryAgentHolds } from '../lib/simulation/memory/agent-holds.ts';
import { memoryDefinitions } from '../lib/simulation/memory/definitions-source.ts';
import { memoryPseudonyms } from '../lib/simulation/memory/pseudonyms.ts';
import { dynamoTables, noDynamoDb, type TestTables } from '../test/support/dynamo-tables.ts';
import { aRecord } from '../test/support/records.ts';
import { type Client, type Meter, metered, write } from './dynamo.ts';
import {
  CAMPAIGN,
  exampleDefinitions,
  median,
  number,
  ratio,
  say,
  table,
  timed,
} from './support.ts';

const SIZES = [1000, 100_000] as const;
const ROUNDS = 12;
/** Seconds between two ticks: orders before it show in the index by then. */
const BEAT = 10;
const START = parseInstant('2026-03-02T11:00:00Z');

const campaign = campaignId(CAMPAIGN);
const definitions = await exampleDefinitions();
const agents = Object.entries(definitions.groups).flatMap(([group, { agents }]) =>
  agents.map((agent) => ({ agent: agentId(agent), group })),
);

function dueRecord(n: number) {
  const phone = `+48${600_000_000 + n}`;
  return aRecord(`record-${n}`, {
    campaign,
    phones: [{ value: phone, isDefault: true }],
    fields: { name: 'Anna Nowak', city: 'Gdańsk', plan: 'Senior' },
    weight: n % 10 === 0 ? 10 : 0,
    nextContact: plus(START, -((n * 7919) % 86_400)),
  });
}

/** A campaign that runs, with every agent free and so many records due. */
async function centre(client: Client, tables: TestTables, size: number) {
  const { db } = tables;
  const list = rankList(db, tables.records);
  for (let n = 0; n < 10; n++) await list(dueRecord(n));
  await write(client, tables.records, [
    ...Array.from({ length: size }, (_, n) => recordItem(dueRecord(n))),
    ...Array.from({ length: COUNT_SHARDS }, (_, shard) => ({
      ...countsKey(campaign, shard),
      new: size / COUNT_SHARDS,
    })),
  ]);
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
    tickQueue: { send: async () => {} },
    dialQueue: { send: async (sent) => void orders.push(...sent) },
  };
  for (const { agent, group } of agents) {
    const arn = `arn:aws:connect:eu-central-1:111122223333:instance/i/agent/${agent}`;
    await ports.agents.put({ agent, arn, group, activity: 'free', since: START, eventAt: START });
  }
  const off = await ports.campaigns.load(campaign);
  await ports.campaigns.commit(off, { ...off, version: 1, state: 'running' }, []);
  return {
    size,
    tick: () => dialerTick({ campaign: CAMPAIGN }, ports),
    /** The calls are over, their records closed, the agents free again. */
    async settle() {
      const over = orders.splice(0).map(({ ref }) => {
        const { nextContact: _, ...record } = aRecord(ref.record, { ...ref, state: 'closed' });
        return recordItem(record);
      });
      await write(client, tables.records, over);
      now = plus(now, BEAT);
    },
  };
}

const missing = noDynamoDb();
if (missing) {
  say(`bench:tick: skipped, ${missing}`);
  process.exit();
}
const { client, fresh, stop } = await dynamoTables();
const read = metered(client);
const small = await centre(client, await fresh(), SIZES[0]);
const large = await centre(client, await fresh(), SIZES[1]);
const rounds = { [small.size]: [] as Round[], [large.size]: [] as Round[] };

interface Round extends Meter {
  readonly ordered: number;
  readonly took: number;
}

for (let round = 0; round <= ROUNDS; round++) {
  for (const each of [small, large]) {
    read();
    let ordered = 0;
    const took = await timed(async () => {
      ({ ordered } = await each.tick());
    });
    // the first round warms up
    if (round > 0) rounds[each.size]?.push({ ...read(), ordered, took });
    await each.settle();
  }
}
stop();

const FIGURES = {
  'calls ordered': 'ordered',
  'read requests': 'reads',
  'items read': 'items',
  'read units': 'readUnits',
  'write requests': 'writes',
  milliseconds: 'took',
} as const satisfies Record<string, keyof Round>;

say(`one tick, ${agents.length} agents free, median of ${ROUNDS} rounds`);
table(
  ['', ...SIZES.map((size) => `${number(size)} due`), 'ratio'],
  Object.entries(FIGURES).map(([name, key]) => {
    const [few, many] = SIZES.map((size) =>
      median((rounds[size] ?? []).map((round) => round[key])),
    );
    if (few === undefined || many === undefined) throw new Error('no round was run');
    return [name, number(few), number(many), ratio(many, few)];
  }),
);
