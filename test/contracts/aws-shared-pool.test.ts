// Ticks of campaigns that share agents, over DynamoDB. Functions remember how they have left the
// states of the campaigns; people switch those on and off meanwhile, other functions order, and a
// deployment takes a campaign out of the pool. What is called is what functions that remember
// nothing would call, and nobody is called after a pause.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { switchCampaign } from '../../lib/application/campaigns/switch-campaign.ts';
import { dialerTick } from '../../lib/application/dialing/dialer-tick.ts';
import type { Ports } from '../../lib/application/ports/ports.ts';
import { dynamoAgentBoard } from '../../lib/aws/dynamodb/agent-board.ts';
import { dynamoCallThrottle } from '../../lib/aws/dynamodb/call-throttle.ts';
import { dynamoCampaignStore } from '../../lib/aws/dynamodb/campaign-store.ts';
import type { Dynamo } from '../../lib/aws/dynamodb/document-table.ts';
import { dynamoLedger } from '../../lib/aws/dynamodb/ledger.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { callRateLead, keptWith } from '../../lib/domain/dialing/agent-pool.ts';
import { agentId, type CampaignId, campaignId } from '../../lib/domain/model/ids.ts';
import type { Instant } from '../../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import { memoryPorts } from '../../lib/simulation/memory/ports.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import { definitions } from '../support/definitions.ts';
import type { TestTables } from '../support/dynamo-tables.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { addition, aRecord, at, changed } from '../support/records.ts';

const CAMPAIGNS = ['autumn', 'spring', 'summer', 'winter'].map((id) => campaignId(id));
const AGENTS = ['ada', 'bob', 'eva', 'tom'];

const like = (name: string, priority: number) => ({
  ...{ name, priority, goal: 'none' as const },
  fields: { name: { label: 'Name', significant: true } },
  classifiers: { done: { name: 'Done', closes: true } },
  channels: { outbound: { queue: 'sales', callerIds: ['main'], rule: 'rule' } },
});

/** Before and after a deployment that takes a campaign away. */
const whole = definitions({
  agents: AGENTS,
  campaign: { goal: 'none' },
  also: { autumn: like('Autumn', 50), summer: like('Summer', 60), winter: like('Winter', 50) },
});
const withoutSummer = definitions({
  agents: AGENTS,
  campaign: { goal: 'none' },
  also: { autumn: like('Autumn', 50), winter: like('Winter', 50) },
});

/** One of the deployment's functions; what it asks of the tables goes through `db`. */
function aFunction(
  { db, tables, placed, deployed }: Pick<World, 'db' | 'tables' | 'placed' | 'deployed'>,
  now: () => Instant,
): Ports {
  const memory = memoryPorts({ time: { now }, definitions: deployed });
  const { telephony } = memory;
  const pools = { keptWith: (campaign: CampaignId) => keptWith(deployed, campaign) };
  const pseudonyms = memoryPseudonyms();
  const rate = { perSecond: 20, burst: 40 };
  return {
    ...memory,
    records: dynamoRecordStore(db, tables, pseudonyms, undefined, undefined, pools),
    campaigns: dynamoCampaignStore(db, tables),
    ledger: dynamoLedger(db, tables.records, pseudonyms),
    agents: dynamoAgentBoard(db, tables.runtime),
    throttle: dynamoCallThrottle(db, tables.runtime, rate, { lead: callRateLead(deployed) }),
    telephony: {
      ...telephony,
      dial(request) {
        placed.push(`${request.ref.campaign}/${request.ref.record}`);
        return telephony.dial(request);
      },
    },
  };
}

interface World {
  readonly tables: TestTables;
  readonly db: Dynamo;
  readonly placed: string[];
  deployed: Definitions;
  /** Before each request of a function. */
  before: () => Promise<void>;
}

/** People, agents and functions with tables of their own. */
function aCentre(tables: TestTables, remembers: boolean) {
  let seconds = 0;
  let people = 0;
  const now = () => at(seconds);
  const world: World = {
    ...{ tables, placed: [], deployed: whole, before: async () => {} },
    db: announced(tables.db, () => world.before()),
  };
  let functions: Ports[] = [];
  const others = aFunction({ ...world, db: tables.db }, now);
  const functionOf = (n: number): Ports => {
    const known = remembers ? functions[n] : undefined;
    functions[n] = known ?? aFunction(world, now);
    return functions[n];
  };
  const inFlight = async () => {
    const found = await Promise.all(CAMPAIGNS.map((id) => others.records.inFlight(id)));
    return found.flat().toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  };
  return {
    ...{ world, inFlight },
    wait: (more: number) => {
      seconds += more;
    },
    deploy(next: Definitions) {
      world.deployed = next;
      functions = [];
    },
    turn: (campaign: CampaignId, to: 'running' | 'paused') =>
      switchCampaign({ campaign, to, by: 'olga' }, others),
    async add(campaign: CampaignId, count: number) {
      for (let n = 0; n < count; n++) {
        const phones = [{ value: `+48600${String(people).padStart(6, '0')}`, isDefault: true }];
        const person = aRecord(`p${people++}`, { campaign, phones, nextContact: now() });
        await others.records.commit(addition(person));
      }
    },
    async free(names: readonly string[]) {
      for (const name of names) {
        const presence = { agent: agentId(name), arn: `arn:${name}`, group: 'team', since: now() };
        await others.agents.put({ ...presence, activity: 'free', eventAt: now() });
      }
    },
    async end(count: number) {
      for (const record of (await inFlight()).slice(0, count)) {
        const { current: _, ...after } = changed(record, { state: 'closed', updatedAt: now() });
        await others.records.commit({ before: record, after, entries: [] });
      }
    },
    /** @returns whom it called */
    async tick(campaign: CampaignId, n: number) {
      const before = world.placed.length;
      await dialerTick({ campaign, left: true }, functionOf(n));
      return world.placed.slice(before);
    },
  };
}

function announced(db: Dynamo, before: () => Promise<void>): Dynamo {
  const first =
    <A extends unknown[], B>(ask: (...of: A) => Promise<B>) =>
    async (...of: A): Promise<B> => {
      await before();
      return ask(...of);
    };
  return {
    ...db,
    ...{ get: first(db.get), all: first(db.all), page: first(db.page) },
    ...{ transact: first(db.transact), update: first(db.update) },
  };
}

const nameOf = ({ campaign, record }: CampaignRecord): string => `${campaign}/${record}`;

const KINDS = ['tick', 'pause', 'run', 'end', 'deploy'] as const;
type Step = readonly [(typeof KINDS)[number], number, number, number];

const steps = fc.array(
  fc.tuple(
    fc.constantFrom(...KINDS, 'tick' as const, 'tick' as const, 'end' as const),
    fc.nat({ max: CAMPAIGNS.length - 1 }),
    fc.nat({ max: 2 }),
    fc.constantFrom(1, 5, 5, 5, 20, 70),
  ),
  { minLength: 6, maxLength: 20 },
);

type CentreUnderTest = ReturnType<typeof aCentre>;

async function opened(tables: TestTables, remembers: boolean): Promise<CentreUnderTest> {
  const centre = aCentre(tables, remembers);
  for (const campaign of CAMPAIGNS) {
    await centre.turn(campaign, 'running');
    await centre.add(campaign, 12);
  }
  await centre.free(AGENTS);
  for (const campaign of CAMPAIGNS) await centre.tick(campaign, 0);
  return centre;
}

async function taken(centre: CentreUnderTest, [step, n, by, seconds]: Step) {
  const campaign = CAMPAIGNS[n] ?? CAMPAIGNS[0];
  if (campaign === undefined) return [];
  centre.wait(seconds);
  if (step === 'pause') await centre.turn(campaign, 'paused');
  if (step === 'deploy') centre.deploy(by === 0 ? withoutSummer : whole);
  if (step === 'run') {
    await centre.turn(campaign, 'running');
    // which the switch sends
    return centre.tick(campaign, by);
  }
  if (step === 'end') {
    await centre.end(by + 1);
    await centre.free(AGENTS.slice(by));
  }
  return step === 'tick' ? centre.tick(campaign, by) : [];
}

onDynamo((fresh) => {
  describe('a pool of several campaigns', () => {
    it('calls whom functions would call that remember nothing', async () => {
      let calls = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (all: readonly Step[]) => {
          const [known, read] = [
            await opened(await fresh(), true),
            await opened(await fresh(), false),
          ];
          for (const step of all) {
            const called = await taken(known, step);
            expect(called.toSorted()).toEqual((await taken(read, step)).toSorted());
            calls += called.length;
          }
        }),
        { numRuns: 15 },
      );
      expect(calls).toBeGreaterThan(15);
    }, 120_000);

    it('calls nobody for a campaign after its pause, at whichever request of a tick it comes', async () => {
      let pauses = 0;
      const pausing = fc.tuple(steps, fc.nat({ max: 14 }), fc.nat({ max: CAMPAIGNS.length - 1 }));
      await fc.assert(
        fc.asyncProperty(pausing, async ([all, after, n]) => {
          const centre = await opened(await fresh(), true);
          for (const step of all) await taken(centre, step);
          const campaign = CAMPAIGNS[n] ?? campaignId('autumn');
          await centre.turn(campaign, 'running');
          await centre.end(4);
          await centre.free(AGENTS);
          let requests = 0;
          let ordered: readonly string[] | undefined;
          let placed = 0;
          centre.world.before = async () => {
            if (requests++ !== after) return;
            await centre.turn(campaign, 'paused');
            ordered = (await centre.inFlight()).map(nameOf);
            placed = centre.world.placed.length;
          };

          await centre.tick(campaignId('autumn'), 0);
          if (ordered === undefined) return;
          pauses++;
          await centre.tick(campaignId('winter'), 0);

          const called = centre.world.placed.slice(placed);
          const ofPaused = called.filter((name) => name.startsWith(`${campaign}/`));
          expect(ordered).toEqual(expect.arrayContaining(ofPaused));
        }),
        { numRuns: 15 },
      );
      expect(pauses).toBeGreaterThan(8);
    }, 120_000);
  });
});
