/** A step of PRI-5 in rounds: at which interruption it is taken, counted from the step before. */
export interface RoundsToStep {
  /** Seconds of waiting until then, which the function is told. */
  readonly waited: number;
  readonly rounds: number;
}
