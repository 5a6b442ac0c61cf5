// `ringback init <folder>`: a small centre of one's own, in order from the first minute.
import { basename, join, relative, resolve } from 'node:path';
import { misused } from './arguments.ts';
import type { Command, Io } from './command.ts';
import type { Answers } from './init/answers.ts';
import { centreFiles, type NewFile } from './init/centre-files.ts';
import {
  commandLines,
  nextCommands,
  readmeFile,
  repositoryReadme,
} from './init/files/readme-file.ts';
import { CENTRE, repositoryFiles } from './init/files/repository-files.ts';
import { HELP, type InitOptions, readInitOptions } from './init/options.ts';
import { type CentrePlan, centrePlan } from './init/plan.ts';
import { answersOf, askingAt, askingNothing } from './init/questions.ts';
import { schemaLineIn } from './init/schema-line.ts';
import { inTheWay, writeFolder } from './init/write-folder.ts';
import { ROOT } from './installation.ts';
import type { Wrong } from './option-values.ts';
import { typedLines } from './typed-lines.ts';

export { HELP };

const INTERRUPTED = 130;
const NOTHING_WRITTEN = 'Nothing was written.';

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
  return await make(options, answers, io);
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

async function make(
  { folder, repository }: InitOptions,
  answers: Answers,
  io: Io,
): Promise<number> {
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const there = shellWord(asNamed(folder));
  const path = repository ? CENTRE : there;
  const plan = centrePlan(folder, answers, today);
  if ('wrong' in plan) return misused(io, 'init', plan);
  const files = repository ? filesOfRepository(plan, folder) : filesOfCentre(plan, folder, path);
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
  const what = repository ? 'the repository of a contact centre' : 'a contact centre';
  io.out(`${folder} is ${what} now: ${files.length} files, explained in its README.md.`);
  io.out('\nWhat to try next:');
  if (repository) io.out(`  cd ${there} && npm install`);
  for (const line of commandLines(nextCommands(plan, path))) io.out(`  ${line}`);
  return 0;
}

const filesOfCentre = (plan: CentrePlan, folder: string, path: string): readonly NewFile[] => [
  { path: 'README.md', text: readmeFile(plan, path) },
  ...centreFiles(plan, schemaLineIn(folder, ROOT)),
];

/** Editors find the schemas in the package that will be installed there. */
function filesOfRepository(plan: CentrePlan, folder: string): readonly NewFile[] {
  const installed = join(resolve(folder), 'node_modules/ringback');
  const definitions = centreFiles(plan, schemaLineIn(join(folder, CENTRE), installed));
  return [
    { path: 'README.md', text: repositoryReadme(plan) },
    ...repositoryFiles(basename(resolve(folder))),
    ...definitions.map(({ path, text }) => ({ path: `${CENTRE}/${path}`, text })),
  ];
}

/** As short as it can be said from here. */
function asNamed(folder: string): string {
  const within = relative('.', resolve(folder));
  return within.startsWith('..') ? folder : within || '.';
}

/** As a shell takes it for one word. */
const shellWord = (text: string): string =>
  /^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
