// Who is called first, in the whole product: the weight of a record decides over all that are due,
// and the priority of a campaign over those that share its agents (REC-8, CAM-12).
import { describe, expect, it } from 'vitest';
import { campaignId } from '../../lib/domain/model/ids.ts';
import { seededRandom } from '../../lib/simulation/random.ts';
import { addRecord } from '../../lib/simulation/simulate-campaign.ts';
import { leaveIt } from '../support/definitions.ts';
import { callee, type Journey, journey } from '../support/journey.ts';

const SHORT = { talk: { mean: 20, variation: 0.2 } };

/** Weights in the order in which the first calls were ordered, with the moment. */
function firstCalls(story: Journey, campaign: string) {
  const { records } = story.centre.ports;
  return [...records.all(campaignId(campaign))]
    .flatMap((record) => {
      const [first] = records.attemptsOf(record);
      return first === undefined ? [] : [{ weight: record.weight, at: first.orderedAt }];
    })
    .toSorted((a, b) => a.at - b.at);
}

describe('the weight of a record', () => {
  it.each([1, 2, 3])(
    'decides over all that are due, however many wait longer (seed %i)',
    async (seed) => {
      const random = seededRandom(`weights ${seed}`);
      const people = Array.from({ length: 300 }, (_, n) =>
        callee(`p${n}`).with({ weight: n === 299 ? 100 : Math.round(random.next() * 60) - 30 }),
      );
      const agents = ['a', 'b', 'c', 'd'];
      const story = await journey({ seed, people, agents, rule: leaveIt, callees: SHORT });

      await story.pass(2 * 3600);

      const calls = firstCalls(story, 'spring');
      expect(calls.length).toBeGreaterThan(100);
      expect(calls[0]?.weight).toBe(100);
      const late = calls.filter(({ at }, n) =>
        calls.slice(n + 1).some((later) => later.at > at && later.weight > (calls[n]?.weight ?? 0)),
      );
      expect(late).toEqual([]);
    },
  );
});

describe('the priority of a campaign', () => {
  it.each([
    ['progressive', 1],
    ['progressive', 2],
    ['predictive', 3],
  ] as const)(
    'has the agents it shares work for the higher one while that has people to call (%s, seed %i)',
    async (mode, seed) => {
      const people = Array.from({ length: 60 }, (_, n) => callee(`p${n}`).answers());
      const also = {
        autumn: { name: 'Autumn', priority: 20, goal: 'none' as const },
      };
      const story = await journey({
        ...{ seed, people, also, rule: leaveIt, agents: ['a', 'b', 'c'] },
        campaign: { priority: 80, goal: 'none' },
        outbound: { mode },
        callees: SHORT,
      });
      for (let n = 0; n < 60; n++) {
        const phone = `+48500${String(n).padStart(6, '0')}`;
        await addRecord(story.centre, { id: `q${n}`, phone, email: 'q@example.org' }, 'autumn');
      }
      await story.switchTo('running', 'autumn');

      await story.pass(3 * 3600);

      const startsOf = (campaign: string) => firstCalls(story, campaign).map(({ at }) => at);
      const [high, low] = [startsOf('spring'), startsOf('autumn')];
      expect([high.length, low.length]).toEqual([60, 60]);
      expect(Math.min(...low)).toBeGreaterThanOrEqual(Math.max(...high));
    },
  );
});
