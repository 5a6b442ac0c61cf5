// What a person types, one line at a time: with a prompt at a terminal, echoed from a pipe, so that
// both transcripts look the same.
import { createInterface } from 'node:readline';
import type { Io } from './command.ts';

export interface TypedLines {
  /** undefined: the input has ended, so the caller hangs up. */
  next(): Promise<string | undefined>;
  close(): void;
}

export function typedLines(io: Io): TypedLines {
  if (io.lines !== undefined) return echoed(io.lines, io);
  const { stdin, stdout } = process;
  const isTerminal = stdin.isTTY === true;
  const reader = createInterface({ input: stdin, output: isTerminal ? stdout : undefined });
  // Ctrl-C hangs up; the summary of the call is still printed.
  reader.on('SIGINT', () => {
    stdout.write('\n');
    reader.close();
  });
  const lines = reader[Symbol.asyncIterator]();
  if (!isTerminal) return { ...echoed(lines, io), close: () => reader.close() };
  return {
    async next() {
      stdout.write('> ');
      const { value, done } = await lines.next();
      return done === true ? undefined : value.trim();
    },
    close: () => reader.close(),
  };
}

function echoed(lines: AsyncIterator<string>, io: Io): TypedLines {
  return {
    async next() {
      const { value, done } = await lines.next();
      if (done === true) return undefined;
      io.out(`> ${value.trim()}`);
      return value.trim();
    },
    close: () => undefined,
  };
}
