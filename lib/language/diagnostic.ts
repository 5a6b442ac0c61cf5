// A mistake of an author as a value: what is wrong, where, and what to do about it.

export interface Position {
  /** Path within the folder of definitions. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

export interface Diagnostic {
  /** Kebab-case; listed in docs/diagnostics.md. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do about it, as an instruction. */
  readonly remedy: string;
  readonly at: Position;
}
