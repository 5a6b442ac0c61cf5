import { describe, expect, it } from 'vitest';
import { changeLedger } from '../../../../lib/application/ledger/change-ledger.ts';
import { orderTexts } from '../../../../lib/application/texting/order-texts.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { at } from '../../../support/records.ts';
import { contended } from '../a-floor.ts';
import { phoneOf } from '../inbound/a-caller.ts';
import { aTextFloor, messagesOf, OWN, order, reply, wordsOf, write } from './a-text-floor.ts';

describe('ordering texts', () => {
  it('orders one for each due record, with its fields, from the number of the campaign', async () => {
    const floor = await aTextFloor({ records: [] });
    await floor.add('ann', { fields: { name: 'Ann' } });

    expect(await order(floor)).toEqual({ ordered: 1, unhandled: 0 });
    expect(wordsOf(floor)).toEqual(['Hello Ann, is Monday all right?']);
    expect(messagesOf(floor)[0]?.content).toMatchObject({ from: OWN });
    expect((await floor.record('ann')).current?.phase).toBe('ordered');
  });

  it('orders nothing twice, however often it runs', async () => {
    const floor = await aTextFloor();
    await order(floor);

    expect(await order(floor)).toEqual({ ordered: 0, unhandled: 0 });
    expect(messagesOf(floor)).toHaveLength(1);
  });

  it.each(['paused', 'ended', 'off'] as const)('orders nothing while %s', async (to) => {
    const floor = await aTextFloor();
    await floor.switchTo(to);

    expect((await order(floor)).ordered).toBe(0);
  });

  it('orders no more than the account sends in two minutes, what waits included', async () => {
    const records = Array.from({ length: 9 }, (_, n) => `r${n}`);
    const floor = await aTextFloor({
      records,
      textRates: { messagesPerSecond: 0.05, partsPerSecond: 10 },
    });

    const first = await order(floor);
    const second = await order(floor);

    expect([first.ordered, second.ordered]).toEqual([6, 0]);
  });

  it('goes by the parts where those are the tighter limit', async () => {
    const floor = await aTextFloor({
      records: ['ann', 'ben', 'cid'],
      textRates: { messagesPerSecond: 10, partsPerSecond: 0.01 },
    });

    expect((await order(floor)).ordered).toBe(2);
  });

  it('leaves a record to another writer and takes it the next time', async () => {
    const floor = await aTextFloor();

    const lost = await orderTexts({}, contended(floor.ports, 1));

    expect(lost.ordered).toBe(0);
    expect((await order(floor)).ordered).toBe(1);
  });

  it('waits until the people of the queue work', async () => {
    const floor = await aTextFloor();
    floor.waitUntil(14 * 3600);

    expect((await order(floor)).ordered).toBe(0);
    expect((await floor.record('ann')).nextContact).toBeGreaterThan(at(14 * 3600));
  });

  it('writes to nobody on the blacklist, and says why', async () => {
    const floor = await aTextFloor();
    const address = await phoneOf(floor, 'ann');
    const change = { kind: 'blacklist', reason: 'asked for it' } as const;
    await changeLedger({ address, change, by: 'olga' }, floor.ports);

    expect((await order(floor)).ordered).toBe(0);
    expect((await floor.record('ann')).state).toBe('blacklisted');
    expect(await floor.entries('ann')).toEqual(['record.added', 'record.blocked']);
  });

  it('sets aside a person without a number, and one whose text comes out empty', async () => {
    const nobody = await aTextFloor({ records: [] });
    await nobody.add('ann', { phones: [] });
    const empty = await aTextFloor({ texts: { text: '{{ nothing }}' } });

    await order(nobody);
    await order(empty);

    expect((await nobody.record('ann')).state).toBe('closed');
    expect((await empty.record('ann')).state).toBe('set-aside');
    expect(messagesOf(empty)).toEqual([]);
  });

  it('begins with the campaign of the higher priority when not all can be written to', async () => {
    const texts = { queue: 'sales', from: OWN, text: 'Hello' };
    const floor = await aTextFloor({
      campaign: { priority: 10 },
      also: { autumn: { name: 'Autumn', priority: 90, channels: { sms: texts } } },
      records: ['ann', 'ben'],
      textRates: { messagesPerSecond: 0.01, partsPerSecond: 10 },
    });
    await floor.switchTo('running', 'autumn');
    const autumn = campaignId('autumn');
    for (const name of ['cid', 'dan']) await floor.add(name, { campaign: autumn });

    await order(floor);

    const counts = await Promise.all(
      [campaignId('spring'), autumn].map((id) => floor.ports.records.counts(id)),
    );
    expect(counts.map((all) => all['being-contacted'] ?? 0)).toEqual([0, 2]);
  });

  it('lets a conversation go unhandled whose time is over, also while paused (SMS-4)', async () => {
    const floor = await aTextFloor();
    await write(floor);
    await reply(floor, 'Yes');
    await floor.switchTo('paused');
    floor.waitUntil(24 * 3600);

    expect(await order(floor)).toEqual({ ordered: 0, unhandled: 1 });
    expect((await floor.record('ann')).state).toBe('unhandled');
  });
});
