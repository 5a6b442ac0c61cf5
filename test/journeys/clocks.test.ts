// Every function has a clock of its own, up to two seconds off. Whatever their clocks say, the same
// people are called as often, with the same outcome.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/application/ports/ports.ts';
import { TASKS, type TaskName } from '../../lib/application/tasks/tasks.ts';
import { instant } from '../../lib/domain/model/instant.ts';
import type { RuleInput } from '../support/definitions.ts';
import { callee, type Given, type Journey, journey, throughQueue } from '../support/journey.ts';

const NAMES = Object.keys(TASKS) as TaskName[];
/** Milliseconds by which a function's clock is ahead. */
type Skew = Readonly<Partial<Record<TaskName, number>>>;

const skewed =
  (skew: Skew) =>
  (task: TaskName, ports: Ports): Ports => ({
    ...ports,
    clock: { now: () => instant(ports.clock.now() + (skew[task] ?? 0)) },
  });

const upToThreeCalls: RuleInput = {
  name: 'Up to three calls, the second at once',
  start: 'first',
  tiles: {
    first: { kind: 'attempts', compare: '>= 2', met: 'third', unmet: 'again' },
    again: { kind: 'recontact', after: 'at once' },
    third: { kind: 'attempts', compare: '>= 3', met: 'close', unmet: 'later' },
    later: { kind: 'recontact', after: '20 min' },
    close: { kind: 'close-record' },
  },
};

const people = [
  ...Array.from({ length: 4 }, (_, n) => callee(`never${n}`).ringsOut()),
  ...Array.from({ length: 4 }, (_, n) => callee(`busy${n}`).isBusy(2).answers()),
  ...Array.from({ length: 4 }, (_, n) => callee(`talks${n}`).answers()),
];

async function outcomes(skew: Skew, given: Given = {}): Promise<readonly string[]> {
  const story = await journey({
    ...{ people, rule: upToThreeCalls, agents: ['eva', 'tom', 'ida'], ...given },
    centre: { portsFor: skewed(skew) },
  });
  await story.until('2026-03-02 13:00');
  expect(await story.discrepancies()).toEqual([]);
  return Promise.all(people.map(({ name }) => outcomeOf(name, story)));
}

async function outcomeOf(name: string, story: Journey): Promise<string> {
  const { state, endings } = await story.recordOf(name);
  const counts = Object.entries(endings).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${name} ${state} ${JSON.stringify(counts)}`;
}

const anySkew = fc.record(
  Object.fromEntries(NAMES.map((task) => [task, fc.integer({ min: -2000, max: 2000 })])),
) as fc.Arbitrary<Skew>;

describe('clocks of functions', () => {
  it.each(['progressive', 'predictive'] as const)(
    'change no outcome in mode %s while each is within two seconds',
    async (mode) => {
      const given = { outbound: { mode } };
      const right = await outcomes({}, given);

      await fc.assert(
        fc.asyncProperty(anySkew, async (skew) => {
          expect(await outcomes(skew, given)).toEqual(right);
        }),
        { numRuns: 12, seed: 20260302, endOnFailure: true },
      );
    },
    60_000,
  );

  it.each([-1, -2000, 2000])(
    'let place-call dial what dialer-tick has ordered when it is %d ms ahead',
    async (ms) => {
      const story = await journey({
        ...{ people: [callee('ann').answers()], startingAt: '2026-03-02 08:00' },
        centre: {
          portsFor: (task, ports) => skewed({ 'place-call': ms })(task, throughQueue(task, ports)),
        },
      });

      await story.until('2026-03-02 09:00');

      expect(story.callsTo('ann').length).toBe(1);
      const entries = await story.centre.ports.journal.ofRecord(story.refOf('ann'));
      expect(entries.filter(({ type }) => type === 'record.postponed')).toEqual([]);
    },
  );

  it('find a record that is to be called again at once, though the rule is ahead', async () => {
    const story = await journey({
      ...{ people: [callee('ann').ringsOut()], rule: upToThreeCalls },
      outbound: { minimumRedialInterval: '0 s' },
      centre: { portsFor: skewed({ 'contact-events': 2000, 'dialer-tick': -2000 }) },
    });

    await story.until('2026-03-02 10:03');

    expect(story.callsTo('ann').length).toBe(2);
    const [pause = Number.NaN] = story.pausesBetweenCallsTo('ann');
    expect(pause).toBeLessThan(10);
  });
});

describe('clocks of functions and the sweeper', () => {
  const agents = ['eva', 'tom', 'ida'];
  const until = '2026-03-02 18:30';

  it.each([
    [
      'events of calls are all lost',
      { faults: { late: 0, doubled: 0, outOfOrder: 0, lost: 1 } },
      {},
    ],
    [
      'they are lost and every wrap-up runs out',
      { faults: { late: 0, doubled: 0, outOfOrder: 0, lost: 1 } },
      { forgets: 1 },
    ],
  ] as const)(
    'change no outcome where %s',
    async (_, centre, agentBehaviour) => {
      const ends = async (skew: Skew) => {
        const story = await journey({
          ...{ people, rule: upToThreeCalls, agents, agentBehaviour },
          centre: { ...centre, portsFor: skewed(skew) },
        });
        await story.until(until);
        expect(await story.discrepancies()).toEqual([]);
        return Promise.all(people.map(({ name }) => outcomeOf(name, story)));
      };
      const right = await ends({});

      await fc.assert(
        fc.asyncProperty(anySkew, async (skew) => {
          expect(await ends(skew)).toEqual(right);
        }),
        { numRuns: 8, seed: 20260302, endOnFailure: true },
      );
    },
    120_000,
  );
});
