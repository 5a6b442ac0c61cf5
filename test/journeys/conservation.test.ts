// What holds in every world, however its people behave and whatever breaks: sums reconcile, nobody
// is called twice at once, outside hours or after a pause. A failing seed is printed; SEED=<it>
// replays the run.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursInZone, isOpen } from '../../lib/domain/contact-hours/calendar.ts';
import { instant } from '../../lib/domain/model/instant.ts';
import type { SimulationFaults } from '../../lib/simulation/centre/simulation-options.ts';
import type { RuleInput } from '../support/definitions.ts';
import { exampleRule, ZONE } from '../support/definitions.ts';
import type { Given, Journey } from '../support/journey.ts';
import { callee, journey, local, SEED } from '../support/journey.ts';

const RUNS = 8;
const people = Array.from({ length: 40 }, (_, i) => callee(`r${i}`));
const agents = ['eva', 'tom', 'ida', 'jan', 'ola', 'max'];

const callAgainSoon: RuleInput = {
  name: 'Soon again, five times',
  start: 'count',
  tiles: {
    count: { kind: 'attempts', compare: '>= 5', met: 'close', unmet: 'text' },
    text: { kind: 'send-sms', from: 'Ringback', text: 'We tried to call', next: 'again' },
    again: { kind: 'recontact', after: '40 min' },
    close: { kind: 'close-record' },
  },
};

/** Runs `check` for many seeds, or for the one given in the environment. */
async function forManySeeds(check: (seed: number | string) => Promise<void>): Promise<void> {
  if (SEED !== undefined) return check(SEED);
  const seeds = fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), check);
  await fc.assert(seeds, { numRuns: RUNS, seed: 20260302, endOnFailure: true });
}

const world = (seed: number | string, given: Given = {}): Promise<Journey> =>
  journey({ people, agents, rule: callAgainSoon, seed, ...given });

const troubled: SimulationFaults = {
  late: 0.1,
  doubled: 0.1,
  outOfOrder: 0.2,
  lost: 0.05,
  redelivered: 0.1,
  killed: 0.02,
};

describe('in every world', () => {
  it('the sums reconcile and nobody is called twice at once (DIA-7)', async () => {
    await forManySeeds(async (seed) => {
      const story = await world(seed);

      await story.until('2026-03-02 19:30');

      expect(await story.discrepancies()).toEqual([]);
      expect(story.centre.deadJobs).toEqual([]);
      expect([...story.centre.network.calls()].length).toBeGreaterThan(people.length);
    });
  });

  it('the same holds when events come late, twice, never, and functions are killed', async () => {
    await forManySeeds(async (seed) => {
      const story = await world(seed, { centre: { faults: troubled } });

      await story.until('2026-03-03 19:30');

      expect(await story.discrepancies()).toEqual([]);
    });
  });

  it('every record comes to its end, whatever broke on the way (CAM-29)', async () => {
    await forManySeeds(async (seed) => {
      const story = await world(seed, { centre: { faults: troubled } });

      await story.untilQuiet(20);

      const states = await Promise.all(people.map(({ name }) => story.recordOf(name)));
      const stuck = states.filter(({ state, current }) => {
        return current !== undefined || !['closed', 'set-aside', 'unhandled'].includes(state);
      });
      expect(stuck.map(({ record, state }) => `${record} ${state}`)).toEqual([]);
    });
  });

  it('nobody is called outside the hours (CAM-10)', async () => {
    await forManySeeds(async (seed) => {
      const story = await world(seed, { startingAt: '2026-03-02 17:00' });

      await story.until('2026-03-04 12:00');

      const { office, recalls } = story.centre.ports.definitions.definitions().hours;
      for (const { name } of people) {
        const calls = story.centre.network.callsTo(story.phoneOf(name));
        const wrong = calls.filter(({ start }, i) => {
          const hours = i === 0 ? office : recalls;
          return hours === undefined || !isOpen(hoursInZone(hours, ZONE), start);
        });
        expect(wrong).toEqual([]);
      }
    });
  });

  it('nothing is dialed after a pause (DIA-6)', async () => {
    await forManySeeds(async (seed) => {
      const story = await world(seed, {
        outbound: { mode: 'ratio', pickupRate: '20%' },
        centre: { faults: { ...troubled, killed: 0 } },
        callsPerSecond: 1,
      });
      await story.pass(2 + (Number(seed) % 25 || 0));

      await story.switchTo('paused');
      const paused = story.centre.now();
      await story.pass(4 * 3600);

      const later = [...story.centre.network.calls()].filter(({ start }) => start > paused);
      expect(later).toEqual([]);
    });
  });

  it('the same seed tells the same story, to the entry', async () => {
    const told = async () => {
      const story = await world(SEED ?? 7, { centre: { faults: troubled } });
      await story.until('2026-03-02 14:00');
      const { journal } = story.centre.ports;
      return Promise.all(people.map(({ name }) => journal.ofRecord(story.refOf(name))));
    };

    expect(await told()).toEqual(await told());
  });

  it('the worked examples come to an end for everybody', async () => {
    await forManySeeds(async (seed) => {
      for (const rule of ['worked-b', 'worked-c']) {
        const story = await world(seed, { rule: exampleRule(rule) });

        await story.untilQuiet(10);

        const { counts } = story.centre.ports.records;
        const kept = await counts(story.refOf('r0').campaign);
        const { closed = 0, unhandled = 0, 'set-aside': aside = 0 } = kept;
        expect(closed + unhandled + aside).toBe(people.length);
      }
    });
  });
});

describe('the moment in time', () => {
  it('is read in Warsaw, in winter and in summer', () => {
    expect([local('2026-03-02 10:00'), local('2026-07-01 10:00')]).toEqual([
      instant(Date.UTC(2026, 2, 2, 9)),
      instant(Date.UTC(2026, 6, 1, 8)),
    ]);
  });
});
