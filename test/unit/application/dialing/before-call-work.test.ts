import { describe, expect, it } from 'vitest';
import { callRecord } from '../../../../lib/application/dialing/call-record.ts';
import { placeCall } from '../../../../lib/application/dialing/place-call.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { ref } from '../../../support/records.ts';
import { aFloor, EVA, type Floor } from '../a-floor.ts';

/** Ann is offered to Eva, who has 90 s to accept, then 30 s to read, unless told otherwise. */
async function offered(beforeCallWork = '30 s'): Promise<Floor> {
  const floor = await aFloor({
    campaign: { handling: 'manual-web' },
    outbound: { mode: 'preview', offerFor: '90 s', beforeCallWork },
    records: ['ann'],
  });
  await floor.tick();
  return floor;
}

async function press(floor: Floor, what: TaskInput<'call-record'>['press'] = 'call') {
  const { id } = await floor.attempt('ann');
  const input = { campaign: 'spring', record: 'ann', attempt: id, agent: EVA, press: what };
  return callRecord(input, floor.ports);
}

/** What the queue hands out when the time for the offer is over. */
async function timeOver(floor: Floor): Promise<string> {
  floor.waitUntil(90);
  const { id } = await floor.attempt('ann');
  return (await placeCall({ campaign: 'spring', record: 'ann', attempt: id }, floor.ports)).outcome;
}

const placed = (floor: Floor) => floor.ports.telephony.placed;
const last = async (floor: Floor) =>
  (await floor.ports.journal.ofRecord(ref('spring', 'ann'))).at(-1);

describe('a record that an agent accepts', () => {
  it('is called when the before-call work is over, counted from its acceptance (DIA-1)', async () => {
    const floor = await offered();
    floor.waitUntil(80);

    const answers = [await press(floor, 'accept'), await press(floor, 'accept')];
    // the offer's own message, before the work is over
    const early = await timeOver(floor);

    expect(answers).toEqual([
      { kind: 'accepted', seconds: 30 },
      { kind: 'accepted', seconds: 30 },
    ]);
    expect(early).toBe('the agent reads the record');
    expect(floor.ports.dialQueue.sent.map(({ delay }) => delay)).toEqual([90, 30, 30, 20]);
    expect(placed(floor)).toEqual([]);
    expect(await last(floor)).toMatchObject({ type: 'offer.taken', agent: 'eva', seconds: 30 });

    floor.waitUntil(110);
    expect(await floor.placeAll()).toEqual([
      'placed',
      'no longer ordered',
      'no longer ordered',
      'no longer ordered',
    ]);
    expect(placed(floor)).toHaveLength(1);
  });

  it('is called at once when call is pressed during the before-call work (CAM-3)', async () => {
    const floor = await offered();
    await press(floor, 'accept');
    floor.waitUntil(10);

    expect(await press(floor)).toEqual({ kind: 'called' });
    expect(await press(floor, 'accept')).toEqual({ kind: 'called' });

    expect(placed(floor)).toHaveLength(1);
  });

  it('that was accepted may still be skipped, and is not called then (DIA-1)', async () => {
    const floor = await offered();
    await press(floor, 'accept');

    expect(await press(floor, 'skip')).toEqual({ kind: 'skipped' });

    floor.waitUntil(30);
    expect(new Set(await floor.placeAll())).toEqual(new Set(['no longer ordered']));
    expect(placed(floor)).toEqual([]);
  });

  it('that was accepted is called at once where there is no before-call work', async () => {
    const floor = await offered('0 s');

    expect(await press(floor, 'accept')).toEqual({ kind: 'called' });
  });

  it('is not called after a pause during the before-call work (DIA-6)', async () => {
    const floor = await offered();
    await press(floor, 'accept');
    await floor.switchTo('paused');
    floor.waitUntil(30);

    expect(await floor.placeAll()).toContain('taken back');
    expect(placed(floor)).toEqual([]);
    expect((await floor.record('ann')).current).toBeUndefined();
  });
});
