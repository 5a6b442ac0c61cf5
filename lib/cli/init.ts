// `ringback init <folder>`: a small centre of one's own, in order from the first minute.
import { relative, resolve } from 'node:path';
import { misused } from './arguments.ts';
import type { Command, Io } from './command.ts';
import type { Answers } from './init/answers.ts';
import { centreFiles } from './init/centre-files.ts';
import { commandLines, nextCommands } from './init/files/readme-file.ts';
import { HELP, type InitOptions, readInitOptions } from './init/options.ts';
import { centrePlan } from './init/plan.ts';
import { answersOf, askingAt, askingNothing } from './init/questions.ts';
import { schemaLineIn } from './init/schema-line.ts';
import { inTheWay, writeFolder } from './init/write-folder.ts';
import type { Wrong } from './option-values.ts';
import { typedLines } from './typed-lines.ts';

export { HELP };

const INTERRUPTED = 130;
const NOTHING_WRITTEN = 'Nothing was written.';
const RINGBACK = resolve(import.meta.dirname, '../..');

export const init: Command = async (args, io) => {
  const options = readInitOptions(args);
  if ('wrong' in options) {
    return misused(io, 'init', options);
  }
  const obstacle = (await inTheWay(options.folder)) ?? notAsked(options, io);
  if (obstacle) {
    io.err(obstacle.wrong);
    return 1;
  }
  const answers = await answered(options, io);
  if (answers === undefined) {
    io.err(NOTHING_WRITTEN);
    return INTERRUPTED;
  }
  return await make(options.folder, answers, io);
};

const OPTION_OF = {
  country: '--country',
  languages: '--languages',
  timeZone: '--time-zone',
  channels: '--channels',
} as const satisfies Record<keyof Answers, string>;

/** A script that is not told everything would get a centre that depends on the machine. */
function notAsked({ yes, given }: InitOptions, io: Io): Wrong | undefined {
  if (yes || io.lines !== undefined || process.stdin.isTTY) return undefined;
  const missing = Object.entries(OPTION_OF).flatMap(([answer, option]) =>
    given[answer as keyof Answers] === undefined ? [option] : [],
  );
  if (missing.length === 0) return undefined;
  return {
    wrong: `there is no terminal to ask at: add ${missing.join(', ')}, or -y for the usual answers`,
  };
}

async function answered({ given, yes }: InitOptions, io: Io): Promise<Answers | undefined> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (yes || Object.values(given).every((answer) => answer !== undefined))
    return answersOf(given, timeZone, askingNothing);
  io.out('A new contact centre. Enter takes the answer in brackets.\n');
  const lines = typedLines(io);
  try {
    return await answersOf(given, timeZone, askingAt(lines, io.out));
  } finally {
    lines.close();
  }
}

async function make(folder: string, answers: Answers, io: Io): Promise<number> {
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const path = shellWord(asNamed(folder));
  const plan = centrePlan(folder, answers, today);
  if ('wrong' in plan) return misused(io, 'init', plan);
  const files = centreFiles(plan, path, schemaLineIn(folder, RINGBACK));
  let interrupted = false;
  const stop = () => {
    interrupted = true;
  };
  process.on('SIGINT', stop);
  try {
    const end = await writeFolder(folder, files, () => interrupted);
    if (end === 'interrupted') {
      io.err(NOTHING_WRITTEN);
      return INTERRUPTED;
    }
  } finally {
    process.off('SIGINT', stop);
  }
  io.out(`${folder} is a contact centre now: ${files.length} files, explained in its README.md.`);
  io.out('\nWhat to try next:');
  for (const line of commandLines(nextCommands(plan, path))) io.out(`  ${line}`);
  return 0;
}

/** As short as it can be said from here. */
function asNamed(folder: string): string {
  const within = relative('.', resolve(folder));
  return within.startsWith('..') ? folder : within || '.';
}

/** As a shell takes it for one word. */
const shellWord = (text: string): string =>
  /^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
