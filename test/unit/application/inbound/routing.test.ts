import { describe, expect, it } from 'vitest';
import { findExtension } from '../../../../lib/application/inbound/find-extension.ts';
import { routeCall } from '../../../../lib/application/inbound/route-call.ts';
import { takeSlot } from '../../../../lib/application/inbound/take-slot.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import type { CentreInput } from '../../../support/definitions.ts';
import { EVA, TOM } from '../a-floor.ts';
import { aReception, Caller, entryOf, phoneOf } from './a-caller.ts';

async function called(input: CentreInput = {}, changes: Partial<CampaignRecord> = {}) {
  const floor = await aReception({ free: [EVA], ...input });
  await floor.add('ann', changes);
  const caller = new Caller(floor, await phoneOf(floor, 'ann'));
  await caller.call();
  const route = () => routeCall({ ...caller.at('first'), queue: 'sales' }, floor.ports);
  return { floor, caller, route };
}

describe('how a caller waits', () => {
  it('is with Connect’s own priority and for anybody, when nothing says otherwise', async () => {
    const { route } = await called();

    expect(await route()).toEqual({ level: '5', reserve: 'none', agent: 'none' });
  });

  it('follows from campaign, channel, weight and the priority blocks passed (PRI-3, IVR-17)', async () => {
    const { floor, caller, route } = await called(
      { campaign: { priority: 60 }, inbound: { priority: 45 } },
      { weight: 20 },
    );
    caller.passes('vip', 30);
    caller.passes('late', -10);

    expect(await route()).toMatchObject({ level: '3' });
    const told = await entryOf(floor, 'ann', 'call.prioritised');
    expect(told?.gates).toContainEqual({ gate: 'priority-score', passed: true, saw: 50 });
    expect(told).toMatchObject({ queue: 'sales', level: 3, reserve: 'none' });
  });

  const both = { inbound: { privateAgent: '60 s', lastAgent: '30 s' } } as const;

  it('is for the owner of a private record first (INB-11)', async () => {
    const { floor, route } = await called({ ...both }, { privateTo: TOM, lastAgent: EVA });
    await floor.agent(TOM, 'talking');

    expect(await route()).toEqual({ level: '5', reserve: 'private', agent: 'arn:tom' });
  });

  it('is for the agent of the last conversation when the owner is not there (INB-10)', async () => {
    const { floor, route } = await called({ ...both }, { privateTo: TOM, lastAgent: EVA });

    expect(await route()).toEqual({ level: '5', reserve: 'last', agent: 'arn:eva' });
    const told = await entryOf(floor, 'ann', 'call.prioritised');
    expect(told?.gates).toContainEqual({
      gate: 'private-agent-there',
      passed: false,
      saw: 'unknown',
      wanted: 'tom',
    });
  });

  it.each([
    ['the agent has logged out', both, 'offline'],
    ['the campaign does not say so', {}, 'free'],
  ] as const)('is for anybody when %s', async (_, input, activity) => {
    const { floor, route } = await called(input, { lastAgent: TOM });
    await floor.agent(TOM, activity);

    expect(await route()).toMatchObject({ reserve: 'none', agent: 'none' });
  });

  it('is decided for a caller without a record as well', async () => {
    const { floor } = await called();
    const nobody = new Caller(floor, '+48600999888', 'c-9');
    nobody.passes('vip', 100);

    const told = await routeCall({ ...nobody.at('first'), queue: 'sales' }, floor.ports);

    expect(told).toEqual({ level: '1', reserve: 'none', agent: 'none' });
  });
});

describe('an extension (IVR-16)', () => {
  const extensions = { '101': 'eva', '102': 'tom' };
  const asking = (floor: Awaited<ReturnType<typeof aReception>>, digits: string) =>
    findExtension({ ...new Caller(floor, undefined).asking(), digits }, floor.ports);

  it('leads to the agent who is logged in', async () => {
    const floor = await aReception({ extensions, free: [EVA] });

    expect(await asking(floor, '101')).toEqual({ outcome: 'found', agent: 'arn:eva' });
  });

  it('has no agent to wait for while they are not', async () => {
    const floor = await aReception({ extensions, free: [EVA] });

    expect(await asking(floor, '102')).toEqual({ outcome: 'found', agent: 'none' });
  });

  it.each(['103', 'constructor'])('is wrong when nobody has it: %s', async (digits) => {
    const floor = await aReception({ extensions });

    expect(await asking(floor, digits)).toEqual({ outcome: 'wrong', agent: 'none' });
  });
});

describe('a path with so many calls at once (IVR-18)', () => {
  const blocks = {
    first: { kind: 'overflow', most: 1, within: 'line', over: 'bye' },
    line: { kind: 'queue', queue: 'sales', next: 'bye' },
  } as const;

  it('takes no more, until one of them has ended', async () => {
    const floor = await aReception({ blocks, records: ['ann'] });
    const ann = new Caller(floor, await phoneOf(floor, 'ann'));
    await ann.call();
    const ben = new Caller(floor, '+48600999888', 'c-2');
    await ben.call();
    const ask = (caller: Caller) => takeSlot(caller.at('first'), floor.ports);

    const before = [await ask(ann), await ask(ben), await ask(ann)];
    await ann.hangsUp();
    const after = await ask(ben);

    expect(before.map(({ outcome }) => outcome)).toEqual(['within', 'over', 'within']);
    expect(after).toEqual({ outcome: 'within' });
  });

  it('limits nothing once the block is gone', async () => {
    const floor = await aReception({ blocks });

    const told = await takeSlot(new Caller(floor, undefined).at('gone'), floor.ports);

    expect(told).toEqual({ outcome: 'within' });
  });
});

describe('a caller who waits', () => {
  it('counts for the dialer only in the dialer’s own queue', async () => {
    const floor = await aReception({
      outbound: { mode: 'progressive' },
      records: ['ann', 'ben'],
      free: [EVA],
    });
    const ann = new Caller(floor, await phoneOf(floor, 'ann'));
    await ann.call();

    const inTheIvr = await floor.tick();
    await ann.connectTells({ enqueued: 5 }, { queue: 'sales' });
    const again = await aReception({
      outbound: { mode: 'progressive' },
      records: ['ann', 'ben'],
      free: [EVA],
    });
    const waiting = new Caller(again, await phoneOf(again, 'ann'));
    await waiting.call();
    await waiting.connectTells({ enqueued: 5 }, { queue: 'sales' });
    const inTheQueue = await again.tick();

    expect([inTheIvr.ordered, inTheQueue.ordered]).toEqual([1, 0]);
  });

  it('is offered by the group whose agents take the queue: another’s agent is nobody to wait for', async () => {
    const { floor, route } = await called(
      { inbound: { lastAgent: '30 s' } },
      { lastAgent: agentId('olga') },
    );
    const olga = { agent: agentId('olga'), arn: 'arn:olga', group: 'others' };
    const now = floor.ports.clock.now();
    await floor.ports.agents.put({ ...olga, activity: 'free', since: now, eventAt: now });

    expect(await route()).toMatchObject({ reserve: 'none' });
  });
});
