// Copies whose message got lost go on.
import { describe, expect, it } from 'vitest';
import { copyRecords, orderCopy } from '../../../../lib/application/imports/copy-records.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { addition, aRecord } from '../../../support/records.ts';
import { Floor } from '../a-floor.ts';

const spring = campaignId('spring');
const autumn = campaignId('autumn');

async function copying(goesOn = true) {
  const floor = new Floor({ also: { autumn: {} } });
  await floor.ports.records.commit(addition(aRecord('ann')));
  const order = { from: spring, by: 'ewa', of: { kind: 'all' as const }, keepsOwners: false };
  const copy = await orderCopy('autumn', { ...order, goesOn }, floor.ports);
  return { floor, copy, sent: floor.ports.copyQueue.sent };
}

async function sweepAt(floor: Floor, seconds: number): Promise<void> {
  floor.waitUntil(seconds);
  await sweeper({}, floor.ports);
}

describe('a copy of records that is left', () => {
  it('goes on after an hour without a change, once in an hour', async () => {
    const { floor, copy, sent } = await copying();

    await sweepAt(floor, 3500);
    const before = sent.length;
    await sweepAt(floor, 3700);
    await sweepAt(floor, 4000);

    expect(before).toBe(1);
    expect(sent.map(({ body }) => body.copy)).toEqual([copy, copy]);
    await copyRecords({ campaign: 'autumn', copy }, floor.ports);
    expect([...floor.ports.records.all(autumn)]).toHaveLength(1);
    expect(sent.at(-1)?.delay).toBe(900);
  });

  it('is left alone while it waits for its next pass, and when it is finished', async () => {
    const { floor, copy, sent } = await copying();
    const { floor: other, copy: whole, sent: ofOther } = await copying(false);
    await copyRecords({ campaign: 'autumn', copy }, floor.ports);
    await copyRecords({ campaign: 'autumn', copy: whole }, other.ports);

    await sweepAt(floor, 1000);
    await sweepAt(other, 9000);

    expect(sent).toHaveLength(2);
    expect(ofOther).toHaveLength(1);
  });
});
