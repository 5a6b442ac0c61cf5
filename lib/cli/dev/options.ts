// The options of `ringback dev`: those of `ringback start`, with the folder as an argument.
import { DEFAULT_FOLDER } from '../default-folder.ts';
import type { Wrong } from '../option-values.ts';
import { readStartOptions, type StartOptions } from '../start/options.ts';

/** Simulated seconds per real second: slow enough to look, fast enough for calls to come. */
const PACE = 60;

export const HELP = `ringback dev [folder] [options]

Runs the centre on the local cloud, as 'ringback start' does, and goes on until Ctrl-C. What you save in the folder is
checked at once; changed rules, flows, texts and settings go into the running centre, which keeps its records and calls.
Queues, groups, numbers and new rules need a new start, and it says so.

  <folder>            the contact centre                      (${DEFAULT_FOLDER})
  --speed <n>         simulated seconds per real second       (${PACE})

and the options of 'ringback start': npx ringback start --help`;

export function readDevOptions(args: readonly string[]): StartOptions | Wrong {
  const [first, ...rest] = args;
  const named = first !== undefined && !first.startsWith('-');
  const given = named ? ['--folder', first, ...rest] : args;
  const options = readStartOptions(given);
  if ('wrong' in options) return options;
  if (options.json) return { wrong: '--json is for runs that end; leave it out' };
  const speed = given.some((word) => word.startsWith('--speed')) ? options.speed : PACE;
  return { ...options, speed, stay: true, plain: true };
}
