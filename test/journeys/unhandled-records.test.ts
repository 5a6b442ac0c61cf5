// Agents who leave contacts unclassified: how many they may hold, in the whole product (CAM-6,
// CAM-7).
import { describe, expect, it } from 'vitest';
import { agentId, campaignId } from '../../lib/domain/model/ids.ts';
import { leaveIt } from '../support/definitions.ts';
import { callee, type Journey, journey } from '../support/journey.ts';

const SPRING = campaignId('spring');
const AGENTS = ['eva', 'tom'];

/** The most unhandled records one agent holds at the moment. */
async function mostHeld({ centre }: Journey): Promise<number> {
  const { records } = centre.ports;
  const held = await Promise.all(
    AGENTS.map((agent) => records.unhandled(SPRING, agentId(agent), 100)),
  );
  return Math.max(...held.map((each) => each.length));
}

type Mode = 'preview' | 'progressive' | 'predictive';

async function forgetful(
  unhandled: object | undefined,
  seed: number,
  mode: Mode = 'preview',
): Promise<readonly number[]> {
  const story = await journey({
    seed,
    people: Array.from({ length: 80 }, (_, n) => callee(`p${n}`).answers()),
    agents: AGENTS,
    rule: leaveIt,
    campaign: { goal: 'none', ...(unhandled && { unhandled: unhandled as { most: number } }) },
    outbound: { mode, wrapUp: '10 s' },
    callees: { talk: { mean: 20, variation: 0.2 } },
    agentBehaviour: { forgets: 0.7 },
  });
  const seen: number[] = [];
  for (let minute = 0; minute < 90; minute++) {
    await story.pass(60);
    seen.push(await mostHeld(story));
  }
  expect(await story.discrepancies()).toEqual([]);
  return seen;
}

describe('agents who forget to classify', () => {
  it.each([
    [1, 'preview'],
    [2, 'preview'],
    [1, 'progressive'],
    [2, 'progressive'],
    [1, 'predictive'],
  ] as const)(
    'never hold more than the campaign allows, and go on (seed %i, %s)',
    async (seed, mode) => {
      const seen = await forgetful({ most: 3, until: 1 }, seed, mode);

      expect(Math.max(...seen)).toBe(3);
      // worked off down to the threshold, and given further ones again
      const lifted = seen.findIndex((held, n) => held <= 1 && seen.slice(0, n).includes(3));
      expect(seen.slice(lifted)).toContain(3);
    },
  );

  it.each(['preview', 'progressive'] as const)(
    'hold any number where nothing is said (%s)',
    async (mode) => {
      expect(Math.max(...(await forgetful(undefined, 1, mode)))).toBeGreaterThan(3);
    },
  );
});
