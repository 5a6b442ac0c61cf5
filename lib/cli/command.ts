// What every sub-command is: a function of its arguments that writes lines and answers with an exit
// code.

export interface Io {
  /** A line to standard output: the result. */
  readonly out: (line: string) => void;
  /** A line to standard error: what went wrong with the command itself. */
  readonly err: (line: string) => void;
  /** Of the terminal that standard output is; undefined when it is none. */
  readonly columns?: number | undefined;
  /** What a person types, line by line; standard input if absent. */
  readonly lines?: AsyncIterator<string>;
}

/** 0: success · 1: problems were found · 2: wrong arguments. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;
