// A scenario beside a callback rule or an IVR as it was played when the centre was compiled: step
// by step, with what was known at each.
export const STEP_FACTS = [
  'status',
  'at',
  'saw',
  'state',
  'next',
  'sms',
  'email',
  'hears',
  'asked',
  'queue',
  'agent',
  'ends',
  'callback',
] as const;
type FactName = (typeof STEP_FACTS)[number];

export interface StepFact {
  readonly name: FactName;
  /** Moments as local time of the centre, such as 2026-03-02T10:00. */
  readonly value: string;
}

export interface PlayedStep {
  /** The tile or block it is at. */
  readonly tile: string;
  /** Of a rule: which call of the scenario the rule follows, from 1. */
  readonly call?: number;
  readonly facts: readonly StepFact[];
}

export interface PlayedScenario {
  readonly kind: 'rule' | 'ivr';
  /** Of the rule or IVR. */
  readonly of: string;
  readonly name: string;
  /** Within the folder of the centre. */
  readonly file: string;
  readonly line: number;
  readonly passed: boolean;
  readonly steps: readonly PlayedStep[];
}
