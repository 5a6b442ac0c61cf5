import { describe, expect, it } from 'vitest';
import { raisePriority } from '../../../../lib/application/inbound/raise-priority.ts';
import { routeCall } from '../../../../lib/application/inbound/route-call.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { at } from '../../../support/records.ts';
import { EVA } from '../a-floor.ts';
import { aReception, Caller, calling, entryOf, typesOf } from './a-caller.ts';

const queue = {
  steps: [
    { after: '60 s', coefficient: 1.5 },
    { after: '2 min', coefficient: 2 },
  ],
};
const CONTACT = contactId('c-1');

async function waiting(campaign = {}, inbound = {}) {
  const { floor, caller } = await calling({ queue, campaign, inbound });
  await routeCall({ ...caller.at('first'), queue: 'sales' }, floor.ports);
  const rise = (waited: number) => {
    floor.waitUntil(waited);
    return raisePriority({ ...caller.asking(), queue: 'sales', waited }, floor.ports);
  };
  return { floor, caller, rise };
}

describe('a call that waits (PRI-5)', () => {
  it('is served sooner from step to step, and the timeline tells of each', async () => {
    const { floor, rise } = await waiting();

    const told = [await rise(60), await rise(120)];

    expect(told).toEqual([{ outcome: 'raised' }, { outcome: 'raised' }]);
    expect(floor.ports.routing.levelOf(CONTACT)).toBe(1);
    expect(await typesOf(floor, 'ann')).toEqual([
      'call.received',
      'call.prioritised',
      'call.priority-raised',
      'call.priority-raised',
    ]);
    expect(await entryOf(floor, 'ann', 'call.priority-raised')).toMatchObject({
      at: at(60),
      attempt: 'in-c-1',
      queue: 'sales',
      waited: 60,
      level: 3,
      gates: [{ saw: 60 }, { saw: 50 }, { saw: 1.5 }, { saw: 3, wanted: 5 }],
    });
  });

  it('rises once however often Connect asks', async () => {
    const { floor, rise } = await waiting();

    const told = [await rise(60), await rise(60)];

    expect(told).toEqual([{ outcome: 'raised' }, { outcome: 'stays' }]);
    expect((await typesOf(floor, 'ann')).filter((type) => type === 'call.priority-raised')).toEqual(
      ['call.priority-raised'],
    );
  });

  it('that begins with the best priority stays there', async () => {
    const { floor, rise } = await waiting({ priority: 100 });

    expect(await rise(120)).toEqual({ outcome: 'stays' });
    expect(floor.ports.routing.levelOf(CONTACT)).toBeUndefined();
  });

  it('starts from what its priority blocks gave it (IVR-17)', async () => {
    const { floor, caller, rise } = await waiting();
    caller.passes('late', -50);

    await rise(120);

    expect(floor.ports.routing.levelOf(CONTACT)).toBe(5);
  });

  it("rises by the steps of its campaign's channel, where it has its own", async () => {
    const steps = [{ after: '60 s', coefficient: 1.4 }];
    const { floor, rise } = await waiting({}, { steps });

    await rise(120);

    // 50 times 1.4, not times the 2 of the queue
    expect(floor.ports.routing.levelOf(CONTACT)).toBe(4);
  });

  it('is left alone in a queue whose steps are gone', async () => {
    const { floor, caller } = await calling();

    const told = await raisePriority(
      { ...caller.asking(), queue: 'sales', waited: 60 },
      floor.ports,
    );

    expect(told).toEqual({ outcome: 'stays' });
  });

  it('tells of nothing when it is over meanwhile', async () => {
    const { floor, rise } = await waiting();
    floor.ports.routing.end(CONTACT);

    expect(await rise(60)).toEqual({ outcome: 'stays' });
    expect(await typesOf(floor, 'ann')).not.toContain('call.priority-raised');
  });

  it('rises without a record, too', async () => {
    const floor = await aReception({ queue });
    const caller = new Caller(floor, undefined);

    const told = await raisePriority(
      { ...caller.asking(), queue: 'sales', waited: 60 },
      floor.ports,
    );

    expect(told).toEqual({ outcome: 'raised' });
    expect(floor.ports.routing.levelOf(CONTACT)).toBe(3);
  });
});

describe('a call of the dialer whose callee waits (PRI-5)', () => {
  it('starts from the priority of its campaign (CAM-12)', async () => {
    const floor = await aReception({
      queue,
      campaign: { priority: 20 },
      inbound: { priority: 100 },
      records: ['ann'],
      free: [EVA],
    });
    await floor.tick();
    await floor.placeAll();
    const { id: attempt } = await floor.attempt('ann');
    const attributes = { campaign: 'spring', record: 'ann', attempt };

    const told = await raisePriority(
      { campaign: 'spring', contact: 'c-out', attributes, queue: 'sales', waited: 120 },
      floor.ports,
    );

    expect(told).toEqual({ outcome: 'raised' });
    expect(floor.ports.routing.levelOf(contactId('c-out'))).toBe(6);
    expect(await entryOf(floor, 'ann', 'call.priority-raised')).toMatchObject({ level: 6 });
  });
});
