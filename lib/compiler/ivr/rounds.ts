// The steps of a rising priority, counted in rounds of the prompts that waiting callers hear
// (PRI-5).
/** A step in rounds: the interruption at which it is due, counted from the step before. */
export interface RoundsToStep {
  /** Seconds of waiting until then, passed to the function. */
  readonly waited: number;
  readonly rounds: number;
}
