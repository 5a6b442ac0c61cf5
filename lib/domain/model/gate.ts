// Every decision says what it looked at. A gate is one condition with the value it saw; a verdict
// carries them all, passed or not, so that "why was this record not called?" has an answer (NEW-5).

export interface Gate {
  /** Kebab-case name of the condition, e.g. 'recall-hours'. */
  readonly gate: string;
  readonly passed: boolean;
  /** What it saw, as a person would read it. Never a whole number or address. */
  readonly saw: string | number | boolean;
  /** What it would have let pass. */
  readonly wanted?: string | number | boolean;
}
