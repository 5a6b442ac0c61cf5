// DIA-7: a number is never called twice for one attempt, whatever crashes, runs twice or comes
// late.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/application/ports/ports.ts';
import type { TaskName } from '../../lib/application/tasks/tasks.ts';
import { FANOUT_SECONDS } from '../../lib/domain/pacing/tick-grid.ts';
import { LONGEST_CALL } from '../../lib/domain/records/deadlines.ts';
import { crashingPorts } from '../../lib/simulation/centre/crashing-ports.ts';
import { addRecord } from '../../lib/simulation/simulate-campaign.ts';
import type { RuleInput } from '../support/definitions.ts';
import { exampleRule } from '../support/definitions.ts';
import { callee, journey, throughQueue } from '../support/journey.ts';

/** Kills `task` right after its n-th point of that kind. */
function killing(task: TaskName, point: string, time = 1) {
  let left = time;
  return (running: TaskName, ports: Ports) =>
    running === task ? crashingPorts(ports, (done) => done === point && --left === 0) : ports;
}

/** The same, where calls go through the dial queue. */
function killingQueued(task: TaskName, point: string) {
  const killed = killing(task, point);
  return (running: TaskName, ports: Ports) => killed(running, throughQueue(running, ports));
}

/** Whoever places calls: the tick itself, or place-call. */
const PLACING = [
  ['dialer-tick', killing],
  ['place-call', killingQueued],
] as const;

describe('one call (DIA-7)', () => {
  it.each(PLACING)(
    'is made when %s dies between Connect’s acceptance and the store',
    async (task, kill) => {
      const story = await journey({
        people: [callee('ann').answers()],
        centre: { portsFor: kill(task, 'telephony.dial') },
      });

      await story.pass(900);

      expect(story.callsTo('ann')).toEqual(['2026-03-02 10:00 answered']);
      expect(story.centre.network.stats().doubleDialed).toBe(0);
      expect(await story.discrepancies()).toEqual([]);
    },
  );

  it.each(PLACING)(
    'is made when %s dies there and the callee is busy at once',
    async (task, kill) => {
      const story = await journey({
        people: [callee('ann').isBusy()],
        centre: { portsFor: kill(task, 'telephony.dial') },
      });

      await story.pass(900);

      expect(story.callsTo('ann')).toEqual(['2026-03-02 10:00 busy']);
      expect(await story.discrepancies()).toEqual([]);
    },
  );

  // Connect starts a new contact for a token whose contact has ended, so whoever asks again after
  // the ringing calls a second time.
  it.each(PLACING)('is made when %s dies there and no event comes', async (task, kill) => {
    const story = await journey({
      people: [callee('ann').ringsOut()],
      centre: {
        portsFor: kill(task, 'telephony.dial'),
        faults: { late: 0, doubled: 0, outOfOrder: 0, lost: 1 },
      },
    });

    await story.pass(900);

    expect(story.centre.network.stats().doubleDialed).toBe(0);
  });

  it('is made when the tick dies before it has sent its orders', async () => {
    const story = await journey({
      people: [callee('ann').answers(), callee('ben').answers()],
      centre: { portsFor: killingQueued('dialer-tick', 'records.orderEach') },
    });

    await story.pass(3600);

    expect([story.callsTo('ann').length, story.callsTo('ben').length]).toEqual([1, 1]);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('is made when the tick dies right after it has sent its orders', async () => {
    const story = await journey({
      people: [callee('ann').answers(), callee('ben').answers()],
      centre: { portsFor: killingQueued('dialer-tick', 'dialQueue.send') },
    });

    await story.pass(3600);

    expect([story.callsTo('ann').length, story.callsTo('ben').length]).toEqual([1, 1]);
  });

  it('is not made when the tick dies before it asks Connect: its rule decides once none can be under way', async () => {
    const story = await journey({
      people: [callee('ann').answers(), callee('ben').answers()],
      centre: { portsFor: killing('dialer-tick', 'records.orderEach') },
    });

    await story.pass(3600);
    const before = [story.callsTo('ann').length, story.callsTo('ben').length];
    const waiting = (await story.recordOf('ann')).current?.phase;
    await story.pass(LONGEST_CALL);

    expect([before, waiting]).toEqual([[0, 1], 'unclear']);
    expect((await story.recordOf('ann')).endings).toMatchObject({ error: 1 });
    expect(story.centre.network.stats().doubleDialed).toBe(0);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('is made when every order and every event comes twice', async () => {
    const story = await journey({
      people: [callee('ann').ringsOut().answers(), callee('ben').answers()],
      centre: { faults: { late: 0, doubled: 1, outOfOrder: 0, redelivered: 1 } },
    });

    await story.untilQuiet(2);

    expect(story.callsTo('ann').map((call) => call.split(' ').at(-1))).toEqual([
      'not-answered',
      'answered',
    ]);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('leaves the same timeline whether events come once, twice or late', async () => {
    const people = [callee('ann').ringsOut().answers()];
    const orderly = await journey({ people });
    const twice = await journey({
      people,
      centre: { faults: { late: 0.5, doubled: 1, outOfOrder: 0.5 } },
    });

    await orderly.untilQuiet(2);
    await twice.untilQuiet(2);

    const types = async (story: typeof twice) => (await story.timelineOf('ann')).toSorted();
    expect(await types(twice)).toEqual(await types(orderly));
  });

  it('is settled by the sweeper when no event ever comes', async () => {
    const story = await journey({
      rule: exampleRule('worked-b'),
      people: [callee('ann').ringsOut().answers()],
      centre: { faults: { late: 0, doubled: 0, outOfOrder: 0, lost: 1 } },
    });

    await story.untilQuiet(3);

    expect(story.callsTo('ann').map((call) => call.split(' ').at(-1))).toEqual([
      'not-answered',
      'answered',
    ]);
    expect(await story.discrepancies()).toEqual([]);
  });
});

describe('ticks at the same moment (DIA-7)', () => {
  it('never take the same record, and together no more than one would', async () => {
    const story = await journey({ agents: ['eva', 'tom', 'ida', 'jan', 'ola'] });
    await story.pass(30);
    for (let i = 0; i < 20; i++) {
      await addRecord(story.centre, { id: `r${i}`, phone: `+4860000${1000 + i}` }, 'spring');
    }

    await Promise.all(
      [1, 2, 3, 4].map(() => story.centre.perform('dialer-tick', { campaign: 'spring' })),
    );
    await story.pass(1);

    const tokens = [...story.centre.network.calls()].map(({ token }) => token);
    expect(new Set(tokens).size).toBe(5);
    expect(tokens.length).toBe(5);
    expect(await story.discrepancies()).toEqual([]);
  });
});

describe('two campaigns with the same person (DIA-7)', () => {
  it('never call the number at the same moment', async () => {
    const people = Array.from({ length: 6 }, (_, i) => callee(`r${i}`).answers());
    const agents = Array.from({ length: 12 }, (_, i) => `agent${i}`);
    const story = await journey({ people, agents, also: { autumn: {} } });
    for (const { name } of people) {
      const twin = await story.recordOf(name);
      const campaign = twin.campaign.replace('spring', 'autumn') as typeof twin.campaign;
      const after = { ...twin, campaign };
      await story.centre.ports.records.commit({ before: undefined, after, entries: [] });
    }
    await story.switchTo('running', 'autumn');

    await story.pass(3600);

    const calls = people.map(({ name }) => story.centre.network.callsTo(story.phoneOf(name)));
    expect(calls.map((each) => each.length)).toEqual(people.map(() => 2));
    expect(story.centre.network.stats().doubleDialed).toBe(0);
  });
});

const textThenAgain: RuleInput = {
  name: 'A text, and again after a minute',
  start: 'count',
  tiles: {
    count: { kind: 'attempts', compare: '>= 6', met: 'close', unmet: 'text' },
    text: { kind: 'send-sms', from: 'Ringback', text: 'We tried to call', next: 'again' },
    again: { kind: 'recontact', after: '1 min' },
    close: { kind: 'close-record' },
  },
};

describe('a call that Connect has not answered for (DIA-7)', () => {
  const unanswered = { late: 1, lateBy: 3 * 3600, doubled: 0, outOfOrder: 0, answerLost: 1 };

  it('keeps its number locked while its events are hours late', async () => {
    const story = await journey({
      rule: textThenAgain,
      people: [callee('ann').answers()],
      callees: { talk: { mean: 2400, variation: 0 } },
      centre: { faults: unanswered },
    });

    await story.pass(2300);
    const during = story.messagesTo('ann');
    await story.pass(700);

    expect(story.callsTo('ann').length).toBe(1);
    expect(during).toEqual([]);
    expect(story.centre.network.stats().doubleDialed).toBe(0);
  });

  it('tells its timeline what is waited for', async () => {
    const story = await journey({
      people: [callee('ann').ringsOut()],
      centre: { faults: { ...unanswered, lost: 1 } },
    });

    await story.pass(1200);

    expect((await story.timelineOf('ann')).at(-1)).toBe('call.unclear');
    expect((await story.recordOf('ann')).current?.phase).toBe('unclear');
  });

  it('counts as over after the longest time a call may last, when no event ever comes', async () => {
    const story = await journey({
      rule: textThenAgain,
      people: [callee('ann').ringsOut()],
      centre: { faults: { ...unanswered, lost: 1 } },
    });

    await story.pass(LONGEST_CALL - 600);
    const before = story.callsTo('ann').length;
    await story.pass(1800);

    expect([before, story.callsTo('ann').length]).toEqual([1, 2]);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('takes no agent from the campaign’s other calls', async () => {
    const story = await journey({
      people: [callee('ann').ringsOut()],
      agents: ['eva'],
      centre: {
        portsFor: killing('dialer-tick', 'telephony.dial'),
        faults: { ...unanswered, answerLost: 0, lost: 1 },
      },
    });
    await story.pass(1200);

    await addRecord(story.centre, { id: 'ben', phone: '+48600000999' }, 'spring');
    await story.pass(FANOUT_SECONDS);

    expect(story.centre.network.callsTo('+48600000999').length).toBe(1);
  });

  it('never leads to a call to an engaged line or a text in mid-conversation, whatever is lost or late', async () => {
    const late = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      answerLost: fc.constantFrom(0.1, 0.5, 1),
      lateBy: fc.constantFrom(900, 3600, 3 * 3600),
      lost: fc.constantFrom(0, 0.2),
      killed: fc.constantFrom(0, 0.02),
    });
    const check = fc.asyncProperty(late, async ({ seed, ...faults }) => {
      const inCalls: string[] = [];
      const story = await journey({
        seed,
        rule: textThenAgain,
        agents: ['eva', 'tom', 'ida', 'jan'],
        people: Array.from({ length: 12 }, (_, i) => callee(`r${i}`)),
        callees: { talk: { mean: 900, variation: 0.5 } },
        centre: {
          faults: {
            late: 0.8,
            doubled: 0.1,
            outOfOrder: 0.2,
            exempt: ['campaigns.commit'],
            ...faults,
          },
          portsFor: (_task, ports) => ({
            ...ports,
            sms: {
              send: (message) => {
                if (story.centre.network.isEngaged(message.content.to)) inCalls.push(message.id);
                return ports.sms.send(message);
              },
            },
          }),
        },
      });

      await story.until('2026-03-02 19:00');

      expect(inCalls).toEqual([]);
      expect(await story.discrepancies()).toEqual([]);
      return true;
    });
    await fc.assert(check, { numRuns: 8, seed: 20261129, endOnFailure: true });
  });
});
