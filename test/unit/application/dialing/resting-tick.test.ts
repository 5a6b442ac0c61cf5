import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { at, NOW } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, rangOut, SPRING, TOM } from '../a-floor.ts';
import { watchedTick } from './watched-tick.ts';

const watched = (floor: Floor, check = false) =>
  watchedTick(floor, { campaign: 'spring', ...(check && { check }) });

const RESTS = { outcome: 'nothing is due', ordered: 0, asked: [] };

describe('a tick with nobody to call', () => {
  it('takes no lease and looks at no agents', async () => {
    const floor = await aFloor();
    await floor.add('ann', { nextContact: at(60) });

    expect(await watched(floor)).toEqual(RESTS);
    floor.waitUntil(60);
    expect(await watched(floor)).toMatchObject({ ordered: 1, asked: ['agents', 'orders'] });
  });

  it('ends the campaign when nothing is left to do (CAM-29)', async () => {
    const floor = await aFloor({ campaign: { goal: 'exhaustion' } });
    await floor.add('ann', { state: 'closed', nextContact: undefined });

    expect(await watched(floor)).toMatchObject({ outcome: 'exhausted' });
    expect((await floor.ports.campaigns.load(SPRING)).state).toBe('ended');
  });

  it('reads once as long as a look before says that nothing is due', async () => {
    const floor = await aFloor();
    await floor.add('ann', { nextContact: at(600) });
    await floor.tick();
    const { records } = floor.ports;
    const looks: number[] = [];
    const look: typeof records.look = (campaign, now, limit) => {
      looks.push((now - NOW) / 1000);
      return records.look(campaign, now, limit);
    };
    const ports = { ...floor.ports, records: { ...records, look } };
    const tickAt = async (second: number) => {
      floor.waitUntil(second);
      return (await dialerTick({ campaign: 'spring' }, ports)).ordered;
    };

    const before = [await tickAt(5), await tickAt(200)];
    await floor.add('ben', { nextContact: at(300), updatedAt: at(210) });
    const after = [await tickAt(220), await tickAt(299), await tickAt(300)];

    expect([before, after]).toEqual([
      [0, 0],
      [0, 0, 1],
    ]);
    expect(looks).toEqual([220, 300]);
  });

  it('looks for records only when a call is wanted, where some were left before', async () => {
    const floor = await aFloor({ records: ['ann', 'ben', 'cid'], free: [EVA] });
    const { records } = floor.ports;
    let looks = 0;
    const look: typeof records.look = (...of) => {
      looks++;
      return records.look(...of);
    };
    const ports = { ...floor.ports, records: { ...records, look } };
    const tickAt = async (second: number) => {
      floor.waitUntil(second);
      const before = looks;
      const { outcome, ordered } = await dialerTick({ campaign: 'spring', left: true }, ports);
      return [outcome, ordered, looks - before];
    };

    const [first, busy] = [await tickAt(0), await tickAt(5)];
    await floor.agent(TOM);
    const freed = await tickAt(10);

    expect([first, busy, freed]).toEqual([
      ['dialed', 1, 1],
      ['no call wanted', 0, 0],
      ['dialed', 1, 1],
    ]);
  });

  it('is a whole one when it checks, while a predictive dialer still learns', async () => {
    const floor = await aFloor({ records: ['ann'], outbound: { mode: 'predictive' } });
    await floor.tick();
    await floor.placeAll();
    await contactEvents(rangOut({ contact: contactId('contact-1') }), floor.ports);
    floor.waitUntil(30);

    const usual = await watched(floor);
    const checking = await watched(floor, true);
    const after = await watched(floor, true);

    expect([usual, checking, after].map(({ asked }) => asked)).toEqual([[], ['agents'], []]);
    expect((await floor.ports.campaigns.load(SPRING)).pacing?.watched).toEqual([]);
  });

  it('gives an alert that is due, once (MON-6)', async () => {
    const floor = await aFloor({ campaign: { alerts: { poolBelow: 5 } } });
    await floor.add('ann', { nextContact: at(60) });

    const [first, second] = [await watched(floor), await watched(floor)];

    expect([first.asked, second.asked]).toEqual([['agents'], []]);
    const journal = await floor.ports.journal.ofCampaign(SPRING);
    expect(journal.filter(({ type }) => type === 'campaign.pool-low')).toHaveLength(1);
  });

  it('counts what is left once in twenty minutes while it is much, and else each time', async () => {
    const counted = async (records: number) => {
      const floor = await aFloor();
      for (let n = 0; n < records; n++) await floor.add(`r${n}`, { nextContact: at(7200) });
      const { counts } = floor.ports.records;
      const asked: number[] = [];
      let second = 0;
      floor.ports.records.counts = (campaign) => {
        asked.push(second);
        return counts(campaign);
      };
      for (second of [0, 100, 200, 1201, 1300]) {
        floor.waitUntil(second);
        // somebody stores a record that is due soon, so no rest holds
        await floor.add(`s${second}`, { nextContact: at(second + 3000), updatedAt: at(second) });
        await dialerTick({ campaign: 'spring' }, floor.ports);
      }
      await dialerTick({ campaign: 'spring', check: true }, floor.ports);
      return asked;
    };

    expect([await counted(30), await counted(3)]).toEqual([
      [0, 1201, 1300],
      [0, 100, 200, 1201, 1300, 1300],
    ]);
  });

  it('is none while the campaign is paused', async () => {
    const floor = await aFloor();
    await floor.add('ann', { nextContact: at(60) });
    await floor.switchTo('paused');

    expect(await watched(floor)).toMatchObject({ outcome: 'the campaign is paused', asked: [] });
  });
});
