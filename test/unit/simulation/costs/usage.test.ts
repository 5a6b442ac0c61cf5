// What `usage.ts` says one call of a port comes to is what the AWS adapters really ask for: both
// get the same change.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../../../lib/application/ports/ports.ts';
import { dynamoAgentBoard } from '../../../../lib/aws/dynamodb/agent-board.ts';
import { dynamo, dynamoClient } from '../../../../lib/aws/dynamodb/document-table.ts';
import { dynamoRecordStore } from '../../../../lib/aws/dynamodb/record-store.ts';
import { applyContactFacts } from '../../../../lib/domain/calls/settlement.ts';
import { keyShardsOf } from '../../../../lib/domain/campaigns/key-shards.ts';
import { giveUp, orderCall, postpone } from '../../../../lib/domain/dialing/orders.ts';
import type { Change } from '../../../../lib/domain/model/change.ts';
import { attemptId, campaignId, contactId, messageId } from '../../../../lib/domain/model/ids.ts';
import { plus } from '../../../../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { recordOf } from '../../../../lib/simulation/centre/people.ts';
import { indexWrites, itemsOf } from '../../../../lib/simulation/costs/items-written.ts';
import { metered, noUsage } from '../../../../lib/simulation/costs/usage.ts';
import { memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { memoryPseudonyms } from '../../../../lib/simulation/memory/pseudonyms.ts';
import { answeringAws } from '../../../support/answering-aws.ts';
import { definitions } from '../../../support/definitions.ts';
import { local } from '../../../support/journey.ts';

const NOW = local('2026-03-02 10:00');
const ann = recordOf({ id: 'ann', phone: '+48600100200' }, 'spring', NOW);

const added: Change = {
  before: undefined,
  after: ann,
  entries: [{ type: 'record.added', at: NOW, by: 'test' }],
};
const ordered = orderCall(ann, {
  attempt: attemptId('a-1'),
  phone: '+48600100200',
  delay: 0,
  gates: [],
  redialInterval: 120,
  now: NOW,
});
const settings = {
  times: { ringFor: 25, longestWait: 20, wrapUp: 30 },
  now: plus(NOW, 30),
  rule: 'rule',
};
const placed = (attempt = ordered.attempt?.after) =>
  attempt && applyContactFacts(ordered.after, attempt, { contact: contactId('c-1') }, settings);
const ended = (from = placed()) =>
  from?.attempt &&
  applyContactFacts(
    from.after,
    from.attempt.after,
    {
      contact: contactId('c-1'),
      initiated: NOW,
      disconnected: plus(NOW, 25),
      disconnectReason: 'TELECOM_UNANSWERED',
    },
    settings,
  );
const sending: Change = {
  before: ann,
  after: { ...ann, version: 2 },
  entries: [],
  messages: [
    {
      before: undefined,
      after: {
        campaign: campaignId('spring'),
        record: ann.record,
        id: messageId('m-1'),
        version: 1,
        state: 'sending',
        content: { kind: 'sms', to: '+48600100200', from: 'Ringback', text: 'Hello' },
        orderedAt: NOW,
        changedAt: NOW,
      },
    },
  ],
};

const [asked] = sending.messages ?? [];
const beingAsked: Change = {
  before: ann,
  after: ann,
  entries: [],
  messages: asked
    ? [
        {
          before: { ...asked.after, state: 'ordered' },
          after: { ...asked.after, version: 2 },
        },
      ]
    : [],
};

const CHANGES: readonly (readonly [string, Change | undefined])[] = [
  ['a record is added', added],
  ['a call is ordered', ordered],
  ['a call is placed', placed()],
  ['a call ends', ended()],
  ['a record is postponed', postpone(ann, { until: plus(NOW, 60), gates: [] }, NOW)],
  ['a record is closed', giveUp(ann, 'because', [], NOW)],
  ['a message is stored', sending],
];

const keysOf = ({ Keys }: { readonly Keys: readonly unknown[] }) => Keys;

describe('the items of a change', () => {
  it.each(CHANGES)('are those the DynamoDB adapter writes when %s', async (_, change) => {
    if (!change) throw new Error('the change was not made');
    const aws = answeringAws(() => ({ body: {} }));
    const tables = { records: 'records', dueIndex: 'due', journal: 'journal', runtime: 'runtime' };

    await dynamoRecordStore(dynamo(dynamoClient(aws.config)), tables, memoryPseudonyms()).commit(
      change,
    );

    const writes = aws.asked.flatMap(({ body }) => body.TransactItems ?? []);
    // before the first record of a rank, the rank is listed; after one due soon, it is counted; and
    // before the first call, with which calls it is kept
    expect(aws.asked.length).toBeLessThanOrEqual(4);
    expect(writes).toHaveLength(itemsOf(change).length);
  });
});

describe('writes of the index `due`', () => {
  const waits = (at: number): CampaignRecord => ({ ...ann, nextContact: plus(NOW, at) });
  const { nextContact: _, ...closed } = ann;
  const from = (before: CampaignRecord | undefined, after: CampaignRecord) =>
    indexWrites({ before, after, entries: [] });

  it('are one for entering, leaving or staying, two for moving, and two for a new record', () => {
    expect([
      from(undefined, waits(0)),
      from(waits(0), closed),
      from(waits(0), waits(0)),
      from(waits(0), waits(60)),
      from(closed, closed),
    ]).toEqual([2, 1, 1, 2, 0]);
  });
});

describe('a message whose provider is asked', () => {
  it('is one item written in its place, by one request', async () => {
    const aws = answeringAws(() => ({ body: {} }));
    const tables = { records: 'records', dueIndex: 'due', journal: 'journal', runtime: 'runtime' };

    await dynamoRecordStore(dynamo(dynamoClient(aws.config)), tables, memoryPseudonyms()).commit(
      beingAsked,
    );

    expect(aws.asked.map(({ body }) => body.UpdateExpression)).toEqual([
      'SET #set0 = :set0, #set1 = :set1',
    ]);
    expect(itemsOf(beingAsked).map(({ kind }) => kind)).toEqual(['message']);
    expect(indexWrites(beingAsked)).toBe(1);
  });
});

describe('metered ports', () => {
  const made = () => {
    const usage = noUsage();
    const ports = metered(
      memoryPorts({ time: { now: () => NOW }, definitions: definitions() }),
      usage,
    );
    return { usage, ports };
  };

  it('count two units for every item of a transaction and one for each index', async () => {
    const { usage, ports } = made();

    await ports.records.commit(added);

    // record, journal entry, look-up by number and counters, twice each; the record enters both
    // indexes, and that it is due soon is counted
    expect(usage).toMatchObject({ reads: 0, writes: 11, sends: 0 });
  });

  it('count a unit for what is read by key, half a unit for 4 KB of a query', async () => {
    const { usage, ports } = made();
    await ports.records.commit(added);

    await ports.records.load(ann);
    await ports.records.inFlight(ann.campaign);
    await ports.records.due(ann.campaign, NOW, 10);

    expect(usage.reads).toBe(1 + 0.5 + 1 + 2 * 0.5);
  });

  it('count a contact that no tick has ordered, and a unit for each call read by key', async () => {
    const of = async (isTick: boolean) => {
      const { usage, ports } = made();
      await ports.records.commit(added);
      const before = await ports.campaigns.load(ann.campaign);
      const turn = { lead: ann.campaign, fence: 0, before };
      const after = () => ({ ...before, version: 1 });
      const from = usage.writes;
      if (isTick) await ports.records.orderEach([ordered], { ...turn, after });
      else await ports.records.commitEach([ordered]);
      const [writes, reads] = [usage.writes - from, usage.reads];
      await ports.records.underWayOf([ann]);
      await ports.records.loadAttempts([{ ref: ann, attempt: ordered.attempt.after.id }]);
      return { writes, reads: usage.reads - reads };
    };

    const [tick, others] = [await of(true), await of(false)];

    // the state is in the transaction of the tick; the attempt has a key of its own
    expect([tick, others]).toEqual([
      { writes: others.writes + 1, reads: 2 },
      { writes: tick.writes - 1, reads: 2 },
    ]);
  });

  it('send ten messages with one request', async () => {
    const { usage, ports } = made();

    await ports.tickQueue.send(
      ann.campaign,
      Array.from({ length: 12 }, (_, slot) => slot * 5),
    );

    expect(usage.sends).toBe(2);
  });
});

describe('reads of a centre for a thousand calls a second', () => {
  const large = definitions({ callsPerSecond: 1000 });
  const shards = keyShardsOf(large);
  type Asking = (ports: Pick<Ports, 'records' | 'agents'>) => Promise<unknown>;

  it.each<readonly [string, number, Asking]>([
    ['the calls in flight', 0.5, ({ records }) => records.inFlight(ann.campaign)],
    ['the counters', 1, ({ records }) => records.counts(ann.campaign)],
    ['what is due soon', 1, ({ records }) => records.dueSoon(ann.campaign, NOW)],
    ['the agents of two groups', 0.5, ({ agents }) => agents.ofGroups(['one', 'two'])],
  ])('NEW-13: count every key the adapter reads for %s', async (_, each, ask) => {
    const read: unknown[] = [];
    const aws = answeringAws(({ body }) => {
      const { RequestItems } = body as { RequestItems?: Record<string, { Keys: unknown[] }> };
      read.push(...Object.values(RequestItems ?? { single: { Keys: [body] } }).flatMap(keysOf));
      return { body: { Items: [], Responses: {} } };
    });
    const db = dynamo(dynamoClient(aws.config));
    const tables = { records: 'records', dueIndex: 'due', journal: 'journal', runtime: 'runtime' };
    const usage = noUsage();
    const ports = metered(memoryPorts({ time: { now: () => NOW }, definitions: large }), usage);
    const adapters = {
      records: dynamoRecordStore(db, { ...tables, shards }, memoryPseudonyms()),
      agents: dynamoAgentBoard(db, 'runtime', shards),
    };
    // how many keys there are is asked once
    await ask(adapters);
    read.length = 0;

    await ask(adapters);
    await ask(ports);

    expect(shards).toBe(11);
    expect(read.length).toBeGreaterThanOrEqual(shards);
    expect(usage.reads).toBe(read.length * each);
  });
});

describe('a campaign that is metered', () => {
  it('is written once without news of it, and in a transaction with them', async () => {
    const usage = noUsage();
    const ports = metered(
      memoryPorts({ time: { now: () => NOW }, definitions: definitions() }),
      usage,
    );
    const before = await ports.campaigns.load(ann.campaign);
    const after = { ...before, version: 1 };

    await ports.campaigns.commit(before, after, []);
    const quiet = usage.writes;
    const told = { type: 'campaign.exhausted', at: NOW } as const;
    await ports.campaigns.commit(after, { ...after, version: 2 }, [told]);

    expect([quiet, usage.writes - quiet, usage.reads]).toEqual([1, 4, 1]);
  });

  it('is written in the transaction of the calls it orders, beside the lead of its pool', async () => {
    const of = async (lead: string) => {
      const usage = noUsage();
      const ports = metered(
        memoryPorts({ time: { now: () => NOW }, definitions: definitions() }),
        usage,
      );
      await ports.records.commit(added);
      const before = await ports.campaigns.load(ann.campaign);
      const after = () => ({ ...before, version: 1 });
      const from = usage.writes;
      const turn = { lead: campaignId(lead), fence: 0, before, after };
      const first = await ports.records.orderEach([ordered], turn);
      return { first, writes: usage.writes - from };
    };
    const [own, others] = [await of(ann.campaign), await of('another')];

    expect(own.first).toMatchObject({ committed: ['committed'], isOvertaken: false });
    expect(others.writes - own.writes).toBe(2);
  });
});
