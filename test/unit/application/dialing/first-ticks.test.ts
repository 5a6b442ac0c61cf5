// Which ticks there are: the first after each run of the sweeper, and those that follow it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import { sendFirstTicks } from '../../../../lib/application/dialing/first-ticks.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { DUE_SECONDS, TICK_SECONDS } from '../../../../lib/domain/pacing/tick-grid.ts';
import type { SentTick } from '../../../../lib/simulation/memory/queues.ts';
import { at, ref } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, SPRING, TOM } from '../a-floor.ts';

describe('the heartbeat', () => {
  const beats = async (floor: Awaited<ReturnType<typeof aFloor>>) => {
    const { tickQueue } = floor.ports;
    const before = tickQueue.sent.length;
    const begun = await sendFirstTicks(floor.ports);
    return { begun, sent: tickQueue.sent.slice(before) };
  };

  it('sends the first tick at once where records may be due', async () => {
    const floor = await aFloor({ also: { autumn: { name: 'Autumn' } }, records: ['ann'] });

    expect(await beats(floor)).toEqual({
      begun: new Map([
        ['spring', '0 0'],
        ['autumn', '0 0'],
      ]),
      sent: [{ body: SPRING, delay: 0, check: true, until: at(300) }],
    });
  });

  it('sends it when the next record is due, if that is before the next run', async () => {
    const floor = await aFloor();
    await floor.add('ann', { nextContact: at(1000) });
    await floor.tick();
    const sent: unknown[] = [];
    for (const second of [300, 600, 900]) {
      floor.waitUntil(second);
      sent.push((await beats(floor)).sent);
    }

    expect(sent).toEqual([
      ...[[], []],
      [{ body: SPRING, delay: 105, due: at(1005), until: at(1200) }],
    ]);
  });

  it('sends it at once when a record was stored since that is due soon', async () => {
    const floor = await aFloor();
    await floor.tick();
    await floor.add('ann', { nextContact: at(305), updatedAt: at(300) });
    floor.waitUntil(300);

    expect((await beats(floor)).sent).toEqual([{ body: SPRING, delay: 0, until: at(600) }]);
  });

  /** Runs at these minutes: whether they looked for the campaign's end, and what they sent. */
  const looksAt = async (floor: Floor, minutes: readonly number[]) => {
    const { records } = floor.ports;
    const { counts } = records;
    const looked: number[] = [];
    const sent: unknown[] = [];
    for (const minute of minutes) {
      records.counts = (campaign) => {
        looked.push(minute);
        return counts(campaign);
      };
      floor.waitUntil(minute * 60);
      sent.push(...(await beats(floor)).sent);
    }
    return { looked, sent };
  };
  const check = { body: SPRING, delay: 0, check: true };

  it('looks each twenty minutes for the end of a campaign in which nothing is due', async () => {
    const floor = await aFloor();
    await floor.add('ann', { nextContact: at(9000) });
    await floor.tick();

    expect(await looksAt(floor, [0, 5, 15, 20])).toEqual({ looked: [0, 20], sent: [] });
  });

  it('looks for it each hour while the queue is closed, whoever is at work', async () => {
    const floor = await aFloor({ records: ['ann'], free: [EVA] });
    const closed = 12 * 60;
    const minutes = [0, 5, 10, 30, 55, 60].map((minute) => closed + minute);

    const looked = [closed, closed + 60];
    expect(await looksAt(floor, minutes)).toEqual({ looked, sent: [] });
  });

  it('sends a tick that ends the campaign once nobody is left', async () => {
    const floor = await aFloor({ campaign: { goal: 'exhaustion' } });
    await floor.add('ann', { nextContact: at(9000) });
    await floor.tick();
    floor.ports.records.counts = async () => ({ closed: 1 });

    expect((await looksAt(floor, [5, 20])).sent).toEqual([check]);
  });

  it('leaves it to ticks where several campaigns share the agents', async () => {
    const floor = await aFloor({ also: { autumn: { name: 'Autumn' } } });
    await floor.add('ann', { nextContact: at(9000) });
    await floor.tick();

    expect(await looksAt(floor, [20])).toEqual({ looked: [], sent: [check] });
  });
});

describe('the first tick after a run of the sweeper', () => {
  const first = async (floor: Floor, until = at(60)) => {
    const { tickQueue } = floor.ports;
    const before = tickQueue.sent.length;
    await dialerTick({ campaign: 'spring', until }, floor.ports);
    return tickQueue.sent.slice(before);
  };

  it('has others follow every five seconds while records are left', async () => {
    const floor = await aFloor({ records: ['ann', 'ben'] });

    expect(await first(floor)).toEqual([
      ...[5, 10, 15].map((delay) => ({ body: SPRING, delay, left: true })),
      { body: SPRING, delay: 20, left: true, until: at(60) },
    ]);
    floor.waitUntil(50);
    expect((await first(floor)).map(({ delay }) => delay)).toEqual([5]);
  });

  it('has one follow when the next record is due, and none when that is later', async () => {
    const floor = await aFloor({ records: ['ann'], free: [EVA, TOM] });
    await floor.add('ben', { nextContact: at(20) });

    expect(await first(floor)).toEqual([{ body: SPRING, delay: 30, due: at(30), until: at(60) }]);
    floor.waitUntil(30);
    expect(await first(floor)).toEqual([]);
  });

  it('has one follow for each moment it knows of, which sends what is needed before the next', async () => {
    const floor = await aFloor({ records: ['ann'], free: [EVA, TOM] });
    for (const [name, second] of [
      ['ben', 20],
      ['cid', 21],
      ['kim', 50],
      ['leo', 400],
    ] as const)
      await floor.add(name, { nextContact: at(second) });

    expect(await first(floor, at(300))).toEqual([
      { body: SPRING, delay: 30, due: at(30), until: at(60) },
      { body: SPRING, delay: 60, due: at(60), until: at(300) },
    ]);
  });

  it('has ten follow at once where records have been left for some time', async () => {
    const floor = await aFloor({ records: ['ann', 'ben'] });
    await dialerTick({ campaign: 'spring', until: at(300), left: true }, floor.ports);

    const sent = floor.ports.tickQueue.sent.slice(-10);
    expect(sent.map(({ delay }) => delay)).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50]);
    expect(sent.flatMap(({ until }) => until ?? [])).toEqual([at(300)]);
  });

  it('has none follow while nobody is at work', async () => {
    expect(await first(await aFloor({ records: ['ann'], free: [] }))).toEqual([]);
  });

  it('is sent again when others were first each time it looked', async () => {
    const floor = await aFloor({ records: ['ann'] });
    floor.ports.records.orderEach = async () => ({ committed: ['conflict'], isOvertaken: true });

    expect((await first(floor)).map(({ delay }) => delay)).toEqual([5, 10, 15, 20]);
  });
});

describe('ticks between two runs of the sweeper', () => {
  /** Carries out ticks when their time comes; when each record was first seen in a call. */
  async function callsBy(floor: Floor, names: readonly string[], end: number) {
    const { tickQueue, records } = floor.ports;
    const called = new Map<string, number>();
    const waiting: { readonly second: number; readonly tick: SentTick }[] = [];
    let taken = tickQueue.sent.length;
    const take = (second: number) => {
      for (const tick of tickQueue.sent.slice(taken))
        waiting.push({ second: second + tick.delay, tick });
      taken = tickQueue.sent.length;
    };
    await sendFirstTicks(floor.ports);
    take(0);
    for (;;) {
      waiting.sort((a, b) => a.second - b.second);
      const next = waiting.shift();
      if (next === undefined || next.second > end) return called;
      const { body: campaign, delay: _, ...tells } = next.tick;
      floor.waitUntil(next.second);
      await dialerTick({ campaign, ...tells }, floor.ports);
      take(next.second);
      for (const name of names) {
        const current = (await records.load(ref('spring', name)))?.current;
        if (current !== undefined && !called.has(name)) called.set(name, next.second);
      }
    }
  }

  it('call whoever comes due at the next of the moments, whatever is known of them ahead', async () => {
    const moments = fc.array(fc.integer({ min: 0, max: 280 }), { minLength: 1, maxLength: 14 });
    const known = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(moments, known, async (seconds, knows) => {
        const names = seconds.map((_, n) => `r${n}`);
        const floor = await aFloor({ free: names.map((name) => agentId(name)) });
        for (const [n, second] of seconds.entries())
          await floor.add(names[n] ?? '', { nextContact: at(second) });
        const { records } = floor.ports;
        const { dueAhead } = records;
        let asked = 0;
        records.dueAhead = (campaign, until) =>
          dueAhead(campaign, until).filter(() => knows[asked++ % knows.length]);

        const called = await callsBy(floor, names, 300);

        const late = seconds.map((second, n) => (called.get(names[n] ?? '') ?? 9999) - second);
        expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...late)).toBeLessThan(DUE_SECONDS + TICK_SECONDS);
      }),
    );
  });
});
