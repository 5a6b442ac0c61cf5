// When calls are made: hours of recalls and of the queue, the last date, the switch.
import { describe, expect, it } from 'vitest';
import type { RuleInput } from '../support/definitions.ts';
import { callee, journey } from '../support/journey.ts';

const callAgainAfter = (after: string): RuleInput => ({
  name: 'Call again',
  start: 'again',
  tiles: { again: { kind: 'recontact', after } },
});

describe('a recall', () => {
  it('outside the hours of recalls moves to the next morning (CAM-10)', async () => {
    const story = await journey({
      startingAt: '2026-03-02 18:30',
      rule: callAgainAfter('2 h'),
      people: [callee('ann').ringsOut().answers()],
    });

    await story.untilQuiet(3);

    expect(story.callsTo('ann')).toEqual([
      '2026-03-02 18:30 not-answered',
      '2026-03-03 09:00 answered',
    ]);
  });

  it('on a Friday evening moves to Monday', async () => {
    const story = await journey({
      startingAt: '2026-03-06 18:30',
      rule: callAgainAfter('2 h'),
      people: [callee('ann').ringsOut().answers()],
    });

    await story.untilQuiet(4);

    expect(story.callsTo('ann').at(-1)).toBe('2026-03-09 09:00 answered');
  });

  it('at once waits for the shortest pause after a call that was not answered, and no longer after an abandoned one', async () => {
    const people = [callee('ann').ringsOut(3).answers(), callee('ben').hangsUpWaiting(2).answers()];
    const story = await journey({ rule: callAgainAfter('at once'), people });

    await story.pass(1800);

    const pauses = story.pausesBetweenCallsTo('ann');
    expect(pauses.length).toBe(3);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(120);
    expect(Math.max(...pauses)).toBeLessThan(200);
    expect(Math.max(...story.pausesBetweenCallsTo('ben'))).toBeLessThan(10);
  });

  it('may be made sooner where the campaign says so', async () => {
    const story = await journey({
      rule: callAgainAfter('at once'),
      outbound: { minimumRedialInterval: '20 s' },
      people: [callee('ann').ringsOut(2).answers()],
    });

    await story.pass(600);

    const pauses = story.pausesBetweenCallsTo('ann');
    expect(pauses.length).toBe(2);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...pauses)).toBeLessThan(90);
  });

  it('in days comes at the same time of day over the change of the clock, in hours an hour later', async () => {
    const calls = async (after: string) => {
      const story = await journey({
        startingAt: '2026-03-27 18:30',
        rule: callAgainAfter(after),
        people: [callee('ann').ringsOut().answers()],
      });
      await story.untilQuiet(6);
      return story.callsTo('ann').at(-1);
    };

    expect(await calls('3 d')).toBe('2026-03-30 18:30 answered');
    expect(await calls('72 h')).toBe('2026-03-31 09:00 answered');
  });

  it('keeps the time on the wall over the change to summer time', async () => {
    const story = await journey({
      startingAt: '2026-03-27 18:30',
      rule: callAgainAfter('2 h'),
      people: [callee('ann').ringsOut().answers()],
    });

    await story.untilQuiet(4);

    expect(story.callsTo('ann').at(-1)).toBe('2026-03-30 09:00 answered');
  });

  it('past the last date is not made; the record is closed (CAM-9)', async () => {
    const story = await journey({
      campaign: { lastDate: '2026-03-03' },
      rule: callAgainAfter('1 d'),
      people: [callee('ann').ringsOut()],
    });

    await story.untilQuiet(10);

    expect(story.callsTo('ann')).toEqual([
      '2026-03-02 10:00 not-answered',
      '2026-03-03 10:00 not-answered',
    ]);
    expect((await story.recordOf('ann')).state).toBe('closed');
  });
});

describe('a first call', () => {
  it('waits until the queue is staffed', async () => {
    const story = await journey({
      startingAt: '2026-03-02 05:00',
      people: [callee('ann').answers()],
    });

    await story.until('2026-03-02 08:10');

    expect(story.callsTo('ann')).toEqual(['2026-03-02 08:00 answered']);
  });
});

describe('a paused campaign (DIA-6)', () => {
  const people = Array.from({ length: 30 }, (_, i) => callee(`r${i}`).ringsOut().answers());

  it('starts no call after the pause; calls under way go on to their end', async () => {
    const story = await journey({ people, agents: ['eva', 'tom', 'ida', 'jan', 'ola'] });
    await story.pass(8);

    await story.switchTo('paused');
    const paused = story.centre.now();
    const before = [...story.centre.network.calls()].length;
    await story.pass(3 * 3600);

    const calls = [...story.centre.network.calls()];
    expect(before).toBeGreaterThan(0);
    expect(calls.length).toBe(before);
    expect(calls.filter(({ start }) => start > paused)).toEqual([]);
    expect(calls.every(({ end }) => end !== undefined)).toBe(true);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('goes on where it stood when it is resumed', async () => {
    const story = await journey({ people, agents: ['eva', 'tom', 'ida', 'jan', 'ola'] });
    await story.pass(20);
    await story.switchTo('paused');
    await story.pass(3600);

    await story.switchTo('running');
    await story.pass(3600);

    const called = people.filter(({ name }) => story.callsTo(name).length > 0).length;
    expect(called).toBe(30);
    expect(story.centre.network.stats().doubleDialed).toBe(0);
  });

  it('gives back the orders that wait for their turn, and they do not count as calls', async () => {
    const story = await journey({
      people,
      agents: Array.from({ length: 30 }, (_, i) => `agent${i}`),
      callsPerSecond: 1,
    });
    await story.pass(6);

    await story.switchTo('paused');
    await story.pass(600);

    const calls = [...story.centre.network.calls()].length;
    const counts = await story.centre.ports.records.counts(story.refOf('r0').campaign);
    expect(counts.new).toBe(30 - calls);
    expect(await story.discrepancies()).toEqual([]);
  });
});
