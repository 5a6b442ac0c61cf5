// Arguments of a command, read: mistakes in them come back as one sentence that says what was
// probably meant.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { nearest } from '../language/nearest.ts';
import type { Io } from './command.ts';
import { DEFAULT_FOLDER } from './default-folder.ts';
import { LAST_RUN } from './last-run.ts';
import type { Wrong } from './option-values.ts';

/** A mistake in the arguments. */
class WrongArguments extends RangeError {}

type Parsed<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>;

/** @throws RangeError that names the option and what it takes */
export function parsed<const O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: O,
): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new WrongArguments(inOurWords(error.message, Object.keys(options)));
  }
}

/** What parseArgs complains about, with the option that was probably meant. */
function inOurWords(message: string, known: readonly string[]): string {
  const [, unknown] = /^Unknown option '(--?[^']+)'/.exec(message) ?? [];
  if (unknown !== undefined) {
    const near = nearest(unknown.replace(/^-+/, ''), known);
    return `there is no option '${unknown}'${near === undefined ? '' : `; did you mean '--${near}'?`}`;
  }
  const [, option = ''] = /^Option '(?:-\w, )?(--[\w-]+)/.exec(message) ?? [];
  return message.includes('does not take')
    ? `${option} takes no value`
    : `${option} needs a value after it`;
}

/** What was read, or what is wrong with it in a sentence. */
export function orWrong<T extends object>(read: () => T | Wrong): T | Wrong {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return { wrong: error.message };
    throw error;
  }
}

/** The options of commands that read the last local run or a deployment. */
export const SOURCE_OPTIONS = {
  json: { type: 'boolean', default: false },
  aws: { type: 'boolean', default: false },
  name: { type: 'string', default: 'ringback' },
  folder: { type: 'string', default: DEFAULT_FOLDER },
  run: { type: 'string', default: LAST_RUN },
} as const satisfies ParseArgsOptionsConfig;

export interface SourceOptions {
  readonly json: boolean;
  readonly aws: boolean;
  /** The deployment's name. */
  readonly name: string;
  /** The definitions it was deployed with. */
  readonly folder: string;
  /** The folder of a local run. */
  readonly run: string;
}

/** How the help of these commands describes them. */
export const SOURCE_HELP = `  --run <path>       the local run                           (${LAST_RUN})
  --aws              reads the deployment in the account and region of your AWS configuration
  --name <name>      the deployment's name                   (ringback)
  --folder <path>    the definitions it was deployed with    (${DEFAULT_FOLDER})`;

/** The mistake, and one line about how to get help. */
export function misused(io: Io, command: string, { wrong }: Wrong): number {
  io.err(wrong);
  io.err(`For help: npx ringback ${command} --help`);
  return 2;
}
