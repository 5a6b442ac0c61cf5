// A text campaign, and a number nobody may contact.
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { changeLedger } from '../../../../lib/application/ledger/change-ledger.ts';
import { orderTexts } from '../../../../lib/application/texting/order-texts.ts';
import { receiveSms } from '../../../../lib/application/texting/receive-sms.ts';
import { aFloor, type Floor } from '../../application/a-floor.ts';
import { phoneOf } from '../../application/inbound/a-caller.ts';

/** A number is put on the blacklist while its record waits for a call. */
export async function aNumberBlacklisted(): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'] });
  const change = { kind: 'blacklist', reason: 'asked for it' } as const;
  const address = await phoneOf(floor, 'ann');
  await changeLedger({ address, change, by: 'olga' }, floor.ports);
  await floor.tick();
  return floor;
}

/** A classifier moves Ann to another campaign. */
export async function aMove(): Promise<Floor> {
  const floor = await aFloor({
    records: ['ann'],
    campaign: { classifiers: { summer: { name: 'Summer', movesTo: 'summer' } } },
    also: { summer: { name: 'Summer', channels: { outbound: { queue: 'sales' } } } },
  });
  await floor.tick();
  await floor.placeAll();
  const { id: attempt } = await floor.attempt('ann');
  const call = { campaign: 'spring', record: 'ann', attempt, agent: 'eva' };
  await classifyRecord({ ...call, classifier: 'summer', fields: {} }, floor.ports);
  return floor;
}

/** A text campaign writes to Ann, who answers. */
export async function aReply(): Promise<Floor> {
  const own = '+48501230000';
  const floor = await aFloor({
    noOutbound: true,
    sms: { queue: 'sales', from: own, text: 'Is Monday all right?' },
    records: ['ann'],
  });
  await orderTexts({}, floor.ports);
  floor.waitUntil(60);
  const from = await phoneOf(floor, 'ann');
  await receiveSms({ id: 'm-1', from, to: own, text: 'Yes, at nine.' }, floor.ports);
  return floor;
}
