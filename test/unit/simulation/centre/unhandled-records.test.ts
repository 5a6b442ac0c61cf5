import { describe, expect, it } from 'vitest';
import type { AgentActivity, AgentPresence } from '../../../../lib/domain/model/agent.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import type { ClassificationContext } from '../../../../lib/simulation/centre/classify.ts';
import { returningAgents } from '../../../../lib/simulation/centre/unhandled-records.ts';
import { seededRandom } from '../../../../lib/simulation/random.ts';
import { VirtualClock } from '../../../../lib/simulation/virtual-clock.ts';
import { NOW } from '../../../support/records.ts';

const MINUTE = 60_000;
const left = { campaign: 'spring', record: 'ann', attempt: 'a1', agent: 'eva' };

/** A floor with Eva on it; the record stays unhandled until the given classification is taken. */
function floor(options: { readonly takenAt?: number } = {}) {
  const clock = new VirtualClock(NOW);
  const state = { activity: 'free' as AgentActivity, unhandled: true };
  const classified: { readonly minute: number; readonly classified: ClassificationContext }[] = [];
  const eva = (): AgentPresence => ({
    agent: agentId('eva'),
    arn: 'arn',
    group: 'sales',
    activity: state.activity,
    since: NOW,
    eventAt: NOW,
  });
  const running: Promise<void>[] = [];
  const leave = returningAgents({
    random: seededRandom('1'),
    network: { agents: () => [eva()] },
    after: (ms, then) => void clock.at(clock.now() + ms, then),
    isUnhandled: async () => state.unhandled,
    classify: async (one) => {
      classified.push({ minute: (clock.now() - NOW) / MINUTE, classified: one });
      if (classified.length >= (options.takenAt ?? 1)) state.unhandled = false;
    },
    work: (what) => void running.push(what()),
  });
  return {
    state,
    classified,
    leave,
    async hours(count: number) {
      const end = clock.now() + count * 60 * MINUTE;
      for (let next = clock.next(); next !== undefined && next <= end; next = clock.next()) {
        clock.step();
        await Promise.all(running.splice(0));
      }
      clock.advanceTo(end);
    },
  };
}

describe('an agent whose wrap-up ran out', () => {
  it('comes back to the record within the hour and classifies it', async () => {
    const { leave, hours, classified } = floor();

    leave(left);
    await hours(10);

    expect(classified).toEqual([
      {
        minute: expect.any(Number),
        classified: {
          attributes: { campaign: 'spring', record: 'ann', attempt: 'a1' },
          agent: 'eva',
          roll: expect.any(Number),
          machine: false,
        },
      },
    ]);
    expect(classified[0]?.minute).toBeGreaterThanOrEqual(5);
    expect(classified[0]?.minute).toBeLessThan(60);
  });

  it('waits for a moment without a call', async () => {
    const { leave, hours, classified, state } = floor();
    state.activity = 'talking';

    leave(left);
    await hours(5);
    const whileTalking = classified.length;
    state.activity = 'free';
    await hours(1);

    expect([whileTalking, classified.length]).toEqual([0, 1]);
  });

  it('tries again when the classification is not taken', async () => {
    const { leave, hours, classified } = floor({ takenAt: 3 });

    leave(left);
    await hours(10);

    expect(classified.length).toBe(3);
  });

  it('leaves alone what somebody else has handled', async () => {
    const { leave, hours, classified, state } = floor();
    state.unhandled = false;

    leave(left);
    await hours(10);

    expect(classified).toEqual([]);
  });

  it('is whoever is free when nobody knows who had the call', async () => {
    const { leave, hours, classified } = floor();
    const { agent: _, ...nobodys } = left;

    leave(nobodys);
    await hours(1);

    expect(classified.map((one) => one.classified.agent)).toEqual(['eva']);
  });
});
