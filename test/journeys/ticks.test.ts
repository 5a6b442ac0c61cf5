// Ticks between the runs of the sweeper, and without some of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/application/ports/ports.ts';
import type { TaskName } from '../../lib/application/tasks/tasks.ts';
import { FANOUT_SECONDS } from '../../lib/domain/pacing/tick-grid.ts';
import { crashingPorts } from '../../lib/simulation/centre/crashing-ports.ts';
import { callee, journey, local } from '../support/journey.ts';

const MINUTE = 60_000;
/** Seconds between two calls to a number: `minimumRedialInterval` where a campaign has none. */
const LEAST_PAUSE = 120;

/** What each run of the sweeper is to send gets lost when its turn in `lost` is true. */
function losing(lost: readonly boolean[]) {
  let runs = 0;
  return (task: TaskName, ports: Ports): Ports =>
    task === 'sweeper' && lost[runs++ % lost.length] ? crashingPorts(ports, () => true) : ports;
}

describe('a campaign', () => {
  it('calls on time what is due before the next run of the sweeper', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: FANOUT_SECONDS - 1 }), async (seconds) => {
        const after = { kind: 'recontact', after: `${seconds} s` } as const;
        const story = await journey({
          people: [callee('ann').ringsOut().answers()],
          agents: ['eva'],
          rule: { name: 'Later', start: 'later', tiles: { later: after } },
        });
        await story.pass(FANOUT_SECONDS * 2 + 120);

        const [pause = Number.NaN] = story.pausesBetweenCallsTo('ann');
        expect(pause).toBeGreaterThanOrEqual(seconds);
        expect(pause).toBeLessThan(Math.max(seconds, LEAST_PAUSE) + 30);
      }),
      { numRuns: 15 },
    );
  });

  it('calls some minutes late at most when runs of the sweeper get lost, and never twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }), async (turns) => {
        // of two runs that follow each other one is heard
        const lost = turns.map((turn, n) => turn && n % 2 === 0);
        const story = await journey({
          people: ['ann', 'ben', 'kim'].map((name) => callee(name).ringsOut().answers()),
          agents: ['eva', 'tom'],
          centre: { portsFor: losing(lost.length % 2 === 0 ? lost : [...lost, false]) },
        });
        await story.pass(2.5 * 3600);

        const late = 2 * FANOUT_SECONDS * 1000;
        for (const name of ['ann', 'ben', 'kim']) {
          const [first, second] = story.callsTo(name).map((call) => local(call.slice(0, 16)));
          expect(Number(first) - local('2026-03-02 10:00')).toBeLessThanOrEqual(late);
          expect(Number(second) - Number(first)).toBeLessThanOrEqual(2 * 60 * MINUTE + 2 * late);
          expect(story.callsTo(name)).toHaveLength(2);
        }
        expect(await story.discrepancies()).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});
