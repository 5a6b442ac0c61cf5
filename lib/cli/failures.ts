// What the machine refuses: said in a line with the remedy, without a stack. Anything else is a
// mistake of ours and keeps its stack.
import { UnusableEndpoint } from '../local/errors.ts';
import type { Io } from './command.ts';

type Reason = (about: {
  readonly path: string;
  readonly port: string;
  readonly call: string;
}) => string;

/** By the code of the operating system. */
const REASONS: Readonly<Record<string, Reason>> = {
  EACCES: ({ path, call }) =>
    call === 'listen'
      ? 'this port may not be opened; choose one above 1023'
      : `you have no permission for '${path}'; change its permissions, or work in a folder of your own`,
  EPERM: ({ path }) =>
    `you have no permission for '${path}'; change its permissions, or work in a folder of your own`,
  EROFS: ({ path }) => `'${path}' is on a read-only disk; work in a folder that can be written`,
  ENOSPC: ({ path }) => `the disk of '${path}' is full; free some space and try again`,
  EDQUOT: ({ path }) => `your share of the disk of '${path}' is used up; free some space`,
  EMFILE: () => 'too many files are open; raise the limit with: ulimit -n 4096',
  ENFILE: () => 'too many files are open on this machine; close other programs',
  EADDRINUSE: ({ port }) =>
    `port ${port} is in use; end the program that has it, or choose another port`,
  ENOTDIR: ({ path }) => `'${path}' leads through a file where a folder is needed; move that file`,
  EEXIST: ({ path }) => `'${path}' is a file where a folder is needed; move that file`,
  EISDIR: ({ path }) => `'${path}' is a folder; name a file`,
  ENAMETOOLONG: ({ path }) => `the name '${path.slice(0, 60)}…' is too long; choose a shorter one`,
  ENOENT: ({ path, call }) =>
    call.startsWith('spawn')
      ? `the program '${path}' is not installed, or not on the PATH`
      : `'${path}' does not exist, or its folder does not; is the path right?`,
};

/** In a line, if it is a refusal of the machine; undefined if it is anything else. */
export function failureLine(error: unknown): string | undefined {
  if (error instanceof UnusableEndpoint) return error.message;
  const code = textOf(error, 'code');
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  if (reason) {
    const path = textOf(error, 'path') || textOf(error, 'dest') || 'this folder';
    return reason({ path, port: textOf(error, 'port'), call: textOf(error, 'syscall') });
  }
  return error instanceof Error && error.cause !== undefined ? failureLine(error.cause) : undefined;
}

function textOf(error: unknown, key: string): string {
  if (typeof error !== 'object' || error === null || !Object.hasOwn(error, key)) return '';
  return String(Object.getOwnPropertyDescriptor(error, key)?.value ?? '');
}

/** @returns the exit code of the command, or 1 after a refusal of the machine */
export async function orInOneLine(run: () => Promise<number>, io: Io): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const line = failureLine(error);
    if (line === undefined) throw error;
    io.err(line);
    return 1;
  }
}

/** The same for what fails outside of a command's own promise: a stream, a timer, a module. */
export function explainFailures(): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${failureLine(error) ?? error.stack ?? error.message}\n`);
    process.exit(1);
  });
}
