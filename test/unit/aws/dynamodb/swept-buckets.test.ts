import { expect, it } from 'vitest';
import type { Item } from '../../../../lib/aws/dynamodb/items.ts';
import { messageItem, recordItem } from '../../../../lib/aws/dynamodb/record-items.ts';
import { sweptBuckets } from '../../../../lib/aws/dynamodb/swept-buckets.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { aRecord, aText, at, NOW } from '../../../support/records.ts';

const spring = campaignId('spring');
const ann = aRecord('ann');

/** What the table has, and the buckets that were read of it. */
function aTable() {
  const items: Item[] = [];
  let reads = 0;
  const swept = sweptBuckets(async (bucket, until = Number.POSITIVE_INFINITY) => {
    reads++;
    return items.filter((item) => item.bucket === bucket && Number(item.at) < until);
  });
  return { items, swept, reads: () => reads };
}

it('looks for hanging messages again when the first of those waiting may hang', async () => {
  const { items, swept, reads } = aTable();
  items.push(messageItem(aText(ann, 'asked', { state: 'sending', changedAt: at(400) })));
  const hang = async (seconds: number) =>
    (await swept.hangingMessages(spring, at(seconds))).map(({ id }) => String(id));

  const looks = [await hang(0), await hang(300), await hang(400), await hang(401)];

  expect(looks).toEqual([[], [], [], ['asked']]);
  expect(reads()).toBe(2);
});

it('looks for hanging messages again after a quarter of an hour, when none waited', async () => {
  const { items, swept, reads } = aTable();
  await swept.hangingMessages(spring, NOW);
  // begins to wait the moment after, a quarter of an hour past what was asked for
  items.push(messageItem(aText(ann, 'asked', { state: 'sending', changedAt: at(901) })));

  await swept.hangingMessages(spring, at(900));
  const found = await swept.hangingMessages(spring, at(1200));

  expect([reads(), found.length]).toEqual([2, 1]);
});

it('reads who is to be erased again half an hour after nobody was, else each time', async () => {
  const { items, swept, reads } = aTable();
  const erase = (seconds: number) => swept.toErase(spring, at(seconds));
  for (const seconds of [0, 300, 1800]) await erase(seconds);
  const asked = [reads()];
  items.push(recordItem({ ...ann, state: 'deleted', toErase: true }));

  const found = [await erase(2100), await erase(2400)];

  expect([...asked, reads()]).toEqual([1, 3]);
  expect(found.map((each) => each.length)).toEqual([1, 1]);
});
