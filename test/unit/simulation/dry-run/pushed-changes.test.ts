import { describe, expect, it } from 'vitest';
import type { AgentActivity } from '../../../../lib/domain/model/agent.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { PushedChanges } from '../../../../lib/simulation/dry-run/pushed-changes.ts';

/** What the runs have read, one after the other. */
function counting() {
  const reads: number[] = [];
  return { reads, pushed: new PushedChanges((units) => reads.push(units)) };
}

const EVA = agentId('eva');

describe('runs of push-changes in a dry run', () => {
  it('are one for all the journal brings within two seconds', () => {
    const { reads, pushed } = counting();

    for (const now of [0, 500, 1999, 2000, 2001, 9000]) pushed.line(now);

    expect(reads).toHaveLength(3);
  });

  it('tell of agents who come, go, begin or end a break, not of their calls', () => {
    const { reads, pushed } = counting();
    const runsAfter = (activity: AgentActivity, now: number) => {
      pushed.agent({ agent: EVA, activity }, now);
      return reads.length;
    };

    const coming = [runsAfter('free', 0), runsAfter('talking', 5000), runsAfter('wrap-up', 9000)];
    const leaving = [runsAfter('break', 20_000), runsAfter('break', 30_000)];
    const back = [runsAfter('free', 40_000), runsAfter('offline', 40_500)];

    expect([coming, leaving, back]).toEqual([
      [1, 1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('ask who watches once in five minutes, while nobody does', () => {
    const { reads, pushed } = counting();

    for (const minute of [0, 1, 4, 6, 10]) pushed.line(minute * 60_000);

    expect(reads).toEqual([0.5, 0, 0, 0.5, 0]);
  });
});
