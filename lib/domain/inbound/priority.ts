// How urgent a waiting call is (PRI-3, IVR-17), and what Connect takes for it. The one place where our scale meets Connect's.
//
//   score = 2 × (campaign − 50) + 2 × (channel − 50) + weight of the record + sum of the priority blocks passed,
//   weight and sum each from −100 to 100, the score too.
//
//   score   100   75   50   25    0   −20   −40   −60   −80   −100
//   level     1    2    3    4    5     6     7     8     9     10     Connect: 1 is served first, 5 is its default
//
// In between the nearest level counts. With nothing but the campaign's priority this is the level of the dialer's calls
// (CAM-12), so calls in both directions wait in one order.
import type { Gate } from '../gate.ts';

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
  readonly gates: readonly Gate[];
}

const LIMIT = 100;
/** Points of score for one level above and below Connect's default. */
const STEP_UP = 25;
const STEP_DOWN = 20;
const DEFAULT_LEVEL = 5;

export function priorityOf(facts: PriorityFacts): Priority {
  const weight = within(facts.weight);
  const blocks = within(Object.values(facts.blocks).reduce((sum, by) => sum + by, 0));
  const score = within(2 * (facts.campaign - 50) + 2 * (facts.channel - 50) + weight + blocks);
  const saw = (gate: string, value: number): Gate => ({ gate, passed: true, saw: value });
  return {
    level: levelOf(score),
    gates: [
      saw('campaign-priority', facts.campaign),
      saw('channel-priority', facts.channel),
      saw('record-weight', weight),
      saw('priority-blocks', blocks),
      saw('priority-score', score),
    ],
  };
}

export function levelOf(score: number): number {
  return DEFAULT_LEVEL - Math.round(score / (score < 0 ? STEP_DOWN : STEP_UP));
}

const within = (value: number): number =>
  Number.isFinite(value) ? Math.min(LIMIT, Math.max(-LIMIT, value)) : 0;
