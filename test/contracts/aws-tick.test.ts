// What a tick asks of DynamoDB and of Connect, by the kind of tick (docs/decisions/0040).
import { expect, it } from 'vitest';
import { dialerTick } from '../../lib/application/dialing/dialer-tick.ts';
import type { Ports } from '../../lib/application/ports/ports.ts';
import type { TaskInput } from '../../lib/application/tasks/tasks.ts';
import { dynamoAgentBoard } from '../../lib/aws/dynamodb/agent-board.ts';
import { dynamoCallThrottle, type RateKept } from '../../lib/aws/dynamodb/call-throttle.ts';
import { dynamoCampaignStore } from '../../lib/aws/dynamodb/campaign-store.ts';
import type { Dynamo } from '../../lib/aws/dynamodb/document-table.ts';
import { dynamoLedger } from '../../lib/aws/dynamodb/ledger.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { agentId, campaignId } from '../../lib/domain/model/ids.ts';
import { plus } from '../../lib/domain/model/instant.ts';
import { memoryPorts } from '../../lib/simulation/memory/ports.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import { definitions } from '../support/definitions.ts';
import type { TestTables } from '../support/dynamo-tables.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import {
  addition,
  anAttempt,
  aRecord,
  at,
  taken as calledNow,
  changed,
  NOW,
} from '../support/records.ts';

const spring = campaignId('spring');

/** Reads of one turn of the event loop are one request. */
function counting(db: Dynamo) {
  let asked: string[] = [];
  let isTurn = false;
  const noted =
    <A extends unknown[], B>(what: string, ask: (...of: A) => B) =>
    (...of: A): B => {
      asked.push(what);
      return ask(...of);
    };
  const counted: Dynamo = {
    ...db,
    get(...of) {
      if (!isTurn) {
        isTurn = true;
        setImmediate(() => (isTurn = false));
        asked.push('reads');
      }
      return db.get(...of);
    },
    page: noted('query', db.page),
    all: noted('query', db.all),
    update: noted('update', db.update),
    transact: noted('transaction', db.transact),
  };
  const taken = () => {
    const all = asked;
    asked = [];
    return all;
  };
  return { counted, noted, taken };
}

/** `spring` runs, with so many people due and two agents; what is asked once was asked. */
async function floorOf(tables: TestTables, people: readonly string[], kept: RateKept = {}) {
  const { counted, noted, taken } = counting(tables.db);
  let now = NOW;
  const memory = memoryPorts({ time: { now: () => now }, definitions: definitions() });
  const { telephony, dialQueue } = memory;
  const ports: Ports = {
    ...memory,
    records: dynamoRecordStore(counted, tables, memoryPseudonyms()),
    campaigns: dynamoCampaignStore(counted, tables),
    ledger: dynamoLedger(counted, tables.records, memoryPseudonyms()),
    agents: dynamoAgentBoard(counted, tables.runtime),
    throttle: dynamoCallThrottle(counted, tables.runtime, { perSecond: 20, burst: 40 }, kept),
    telephony: { ...telephony, dial: noted('Connect', telephony.dial) },
    dialQueue: { send: noted('message', dialQueue.send) },
  };
  const off = await ports.campaigns.load(spring);
  await ports.campaigns.commit(off, { ...off, version: 1, state: 'running' }, []);
  const agents = ['eva', 'tom'].map((each) => agentId(each));
  const board = async (activity: 'free' | 'talking', names?: readonly string[]) => {
    for (const agent of agents) {
      if (names?.includes(agent) === false) continue;
      const presence = { agent, arn: `arn:${agent}`, group: 'team', activity, since: now };
      await ports.agents.put({ ...presence, eventAt: now });
    }
  };
  await board('talking');
  await dialerTick({ campaign: 'spring' }, ports);
  await ports.agents.ofGroups(['team']);
  const add = async (names: readonly string[]) => {
    for (const [n, name] of names.entries()) {
      const phones = [{ value: `+4860011122${n}`, isDefault: true }];
      await ports.records.commit(addition(aRecord(name, { phones, nextContact: now })));
    }
  };
  const zoe = aRecord('zoe', { phones: [{ value: '+48600111999', isDefault: true }] });
  const { current: _, ...over } = changed(calledNow(zoe), { state: 'closed' });
  await ports.records.commit(addition(zoe));
  await ports.records.commit({ before: zoe, after: calledNow(zoe), entries: [] });
  await ports.records.commit({ before: calledNow(zoe), after: over, entries: [] });
  await add(people);
  now = at(20);
  return {
    ports,
    board,
    wait: (seconds: number) => {
      now = plus(now, seconds);
    },
    async tick(input: Partial<TaskInput<'dialer-tick'>> = {}) {
      taken();
      const { ordered } = await dialerTick({ campaign: 'spring', ...input }, ports);
      return { ordered, asked: taken() };
    },
  };
}

const LOOK = ['reads', 'query', 'query', 'query'];

onDynamo((fresh) => {
  it('is five requests for a call after one of the same function, with the rate kept with the pool', async () => {
    const floor = await floorOf(await fresh(), ['ann', 'ben', 'cid'], { lead: spring });
    await floor.board('free', ['eva']);
    const first = await floor.tick({ left: true });
    floor.wait(5);
    await floor.board('free', ['tom']);

    const { ordered, asked } = await floor.tick({ left: true });

    expect([first.ordered, ordered]).toEqual([1, 1]);
    expect(first.asked).toEqual([
      ...['reads', 'query', 'query', 'query'],
      ...['reads', 'transaction', 'Connect', 'transaction'],
    ]);
    expect(asked).toEqual(['reads', 'query', 'transaction', 'Connect', 'transaction']);
  });

  it('knows the calls in flight once the index has those of others, until somebody begins one', async () => {
    const floor = await floorOf(await fresh(), ['ann', 'ben', 'cid'], { lead: spring });
    await floor.board('free', ['eva']);
    await floor.tick({ left: true });
    await floor.board('talking');
    floor.wait(11);
    await floor.tick({ left: true });
    floor.wait(5);
    const known = await floor.tick({ left: true });
    const [cid] = (await floor.ports.records.due(spring, at(40), 3)).slice(-1);
    if (cid === undefined) throw new Error('cid was not called');
    const attempt = { before: undefined, after: anAttempt(cid) };
    await floor.ports.records.commit({ before: cid, after: calledNow(cid), attempt, entries: [] });
    floor.wait(5);

    const others = await floor.tick({ left: true });

    expect(known.asked).toEqual(['reads']);
    expect(others.asked).toEqual(['reads', 'query']);
  });

  it('is nine requests for one call, ordered and placed', async () => {
    const floor = await floorOf(await fresh(), ['ann']);
    await floor.board('free');

    const { ordered, asked } = await floor.tick();

    expect(ordered).toBe(1);
    expect(asked).toEqual([
      ...LOOK,
      ...['reads', 'update', 'transaction', 'Connect', 'transaction'],
    ]);
  });

  it('is one more for each further call', async () => {
    const floor = await floorOf(await fresh(), ['ann', 'ben']);
    await floor.board('free');

    const { ordered, asked } = await floor.tick();

    expect(ordered).toBe(2);
    expect(asked.length).toBe(10);
    expect(asked.filter((each) => each === 'Connect').length).toBe(2);
  });

  it('is three requests when records are left and everybody is busy, and none of them writes', async () => {
    const floor = await floorOf(await fresh(), ['ann']);
    await floor.board('talking');

    expect(await floor.tick({ left: true })).toEqual({
      ordered: 0,
      asked: ['reads', 'query', 'query'],
    });
  });

  it('is five when records were left that nobody may call any more, and it notes that', async () => {
    const floor = await floorOf(await fresh(), ['ann']);
    await floor.board('free');
    const ann = await floor.ports.records.load(aRecord('ann'));
    if (ann === undefined) throw new Error('ann was added');
    const { nextContact: _, ...closed } = changed(ann, { state: 'closed' });
    await floor.ports.records.commit({ before: ann, after: closed, entries: [] });

    expect(await floor.tick({ left: true })).toEqual({
      ordered: 0,
      asked: ['reads', 'query', 'query', 'query', 'update'],
    });
  });

  it('is one read when it is known that nothing is due', async () => {
    const floor = await floorOf(await fresh(), ['ann']);
    await floor.board('free');
    await floor.tick();

    expect(await floor.tick()).toEqual({ ordered: 0, asked: ['reads'] });
  });
});
