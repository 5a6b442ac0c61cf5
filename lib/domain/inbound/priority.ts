// How urgent a waiting call is (PRI-3, IVR-17), and what Connect takes for it. The one place where
// our scale meets Connect's.
//
//   score = 2 × (campaign − 50) + 2 × (channel − 50) + weight of the record
//           + sum of the priority blocks passed;
//   weight and sum each count from −100 to 100, and so does the score.
//
//   score from   89   67   45   23    0  −22  −44  −66  −88  −100
//   level         1    2    3    4    5    6    7    8    9    10
//   Connect serves level 1 first; its default is 5.
//
// This is the scale of the dialer's calls (CAM-12): where only the campaign says something, calls
// in both directions wait in one order.

import { queuePriority } from '../dialing/queue-priority.ts';
import type { Gate } from '../model/gate.ts';

export interface PriorityFacts {
  /** Of the campaign, 0 to 100 (CAM-12). */
  readonly campaign: number;
  /** Of the inbound channel, 0 to 100 (PRI-1). */
  readonly channel: number;
  /** Of the record; whatever a file brought (REC-8). */
  readonly weight: number;
  /** What the blocks passed add, by block. */
  readonly blocks: Readonly<Record<string, number>>;
}

export interface Priority {
  /** 1 (served first) to 10. */
  readonly level: number;
  /** The score on the scale of the dialer's calls, 0 to 100. */
  readonly priority: number;
  readonly gates: readonly Gate[];
}

const LIMIT = 100;

export function priorityOf(facts: PriorityFacts): Priority {
  const weight = within(facts.weight);
  const blocks = within(Object.values(facts.blocks).reduce((sum, by) => sum + by, 0));
  const score = within(2 * (facts.campaign - 50) + 2 * (facts.channel - 50) + weight + blocks);
  const saw = (gate: string, value: number): Gate => ({ gate, passed: true, saw: value });
  return {
    level: levelOf(score),
    priority: onScale(score),
    gates: [
      saw('campaign-priority', facts.campaign),
      saw('channel-priority', facts.channel),
      saw('record-weight', weight),
      saw('priority-blocks', blocks),
      saw('priority-score', score),
    ],
  };
}

const onScale = (score: number): number => (score + LIMIT) / 2;

export const levelOf = (score: number): number => queuePriority(onScale(score));

const within = (value: number): number =>
  Number.isFinite(value) ? Math.min(LIMIT, Math.max(-LIMIT, value)) : 0;
