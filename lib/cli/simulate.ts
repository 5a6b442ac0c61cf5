// `ringback simulate`, the dry run: what the campaigns of a centre would do with their lists,
// before a call is made (NEW-4).
import { writeFile } from 'node:fs/promises';
import type { Definitions } from '../language/definitions.ts';
import type { DryRunOutcome } from '../simulation/dry-run/dry-run.ts';
import { type CentreFigures, figuresOfOne } from '../simulation/dry-run/figures.ts';
import { misused } from './arguments.ts';
import type { Command, Io } from './command.ts';
import { failureLine } from './failures.ts';
import { centreJson } from './simulate/centre-json.ts';
import { type Compared, printedComparison } from './simulate/comparison.ts';
import { type Inputs, readInputs } from './simulate/inputs.ts';
import { HELP, readSimulateOptions, type SimulateOptions } from './simulate/options.ts';
import { printed } from './simulate/print.ts';
import { printedCentre } from './simulate/print-centre.ts';
import { progressOn } from './simulate/progress.ts';
import { type ReportNames, reportPage } from './simulate/report/page.ts';
import { runPlans } from './simulate/run-plans.ts';

export { HELP };

const INTERRUPTED = 130;

export const simulate: Command = async (args, io) => {
  const options = readSimulateOptions(args);
  if ('wrong' in options) {
    return misused(io, 'simulate', options);
  }
  const inputs = await readInputs(options);
  if ('refused' in inputs) return refuse(io, inputs.refused);
  for (const line of inputs.remarks) io.err(line);
  if (!options.json) for (const line of inputs.contacts) io.out(line);
  const { outcomes, interrupted } = await run(inputs);
  const compared: Compared[] = [];
  for (const [n, outcome] of outcomes.entries()) {
    const variant = inputs.plans[n]?.variant ?? { name: '' };
    if (outcome.kind === 'refused') return refuse(io, whyRefused(outcome, inputs));
    compared.push({ variant, figures: outcome.figures });
  }
  print(compared, options, io);
  const names = namesOf(inputs.definitions, compared);
  const written = await report(compared, names, options, io);
  if (interrupted) return INTERRUPTED;
  const sound = compared.every(({ figures }) => figures.discrepancies.length === 0);
  return sound && written ? 0 : 1;
};

/** Runs every plan; Ctrl-C stops them where they are, a second one ends the command at once. */
async function run({ plans, definitions }: Inputs): Promise<{
  readonly outcomes: readonly DryRunOutcome[];
  readonly interrupted: boolean;
}> {
  let interrupted = false;
  const progress = progressOn(process.stderr, plans.length, definitions.centre.timeZone);
  const runs = runPlans(
    plans.map(({ plan }) => plan),
    (n, state) => progress.show(n, state),
  );
  const stop = () => {
    interrupted = true;
    runs.stop();
  };
  process.once('SIGINT', stop);
  try {
    return { outcomes: await runs.outcomes, interrupted };
  } finally {
    process.off('SIGINT', stop);
    progress.done();
  }
}

function print(compared: readonly Compared[], options: SimulateOptions, io: Io): void {
  const [first] = compared;
  const comparing = options.variants.length > 0;
  if (options.json) {
    const variants = compared.map(({ variant, figures }) => ({
      ...variant,
      figures: asJson(figures, options),
    }));
    io.out(JSON.stringify(comparing ? { variants } : variants[0]?.figures, null, 2));
    return;
  }
  const lines = comparing
    ? printedComparison(compared)
    : first
      ? printedRun(first.figures, io.columns)
      : [];
  for (const line of lines) io.out(line);
}

function printedRun(figures: CentreFigures, columns: number | undefined): readonly string[] {
  const one = figuresOfOne(figures);
  return one ? printed(one, columns) : printedCentre(figures, columns);
}

/** A campaign that was named, alone; otherwise `campaigns` and `total`, even of one campaign. */
function asJson(figures: CentreFigures, { campaign }: SimulateOptions): object {
  const one = figuresOfOne(figures);
  if (one && campaign !== undefined) return one;
  return { ...one, ...centreJson(figures) };
}

/** The centre, and the campaign where there is one alone; several have sections of their own. */
function namesOf({ centre, campaigns }: Definitions, compared: readonly Compared[]): ReportNames {
  const of = compared.flatMap(({ figures }) => figures.campaigns.map(({ campaign }) => campaign));
  const ids = [...new Set(of)];
  return { centre: centre.name, campaigns: ids.map((id) => campaigns[id]?.name ?? id) };
}

async function report(
  compared: readonly Compared[],
  names: ReportNames,
  { report: path, json }: SimulateOptions,
  io: Io,
): Promise<boolean> {
  if (path === undefined) return true;
  try {
    await writeFile(path, reportPage(compared, names));
  } catch (error) {
    const why = failureLine(error) ?? (error instanceof Error ? error.message : String(error));
    io.err(`--report: '${path}' cannot be written: ${why}`);
    return false;
  }
  if (!json) io.out(`\nThe report is in ${path}.`);
  return true;
}

/** Rejected rows, or a campaign that cannot be switched on. */
function whyRefused(
  { campaign, because, reasons }: Extract<DryRunOutcome, { kind: 'refused' }>,
  { lists, plans }: Inputs,
): readonly string[] {
  const several = (plans[0]?.plan.campaigns.length ?? 0) > 1;
  const shown = reasons.slice(0, 5).map((reason) => `  ${reason}`);
  const more = reasons.length > 5 ? [`  … and ${reasons.length - 5} more`] : [];
  if (because === 'switch') {
    const which = several ? `campaign '${campaign}'` : 'the campaign';
    return [`${which} cannot be switched on:`, ...shown, ...more];
  }
  const file = lists.get(campaign)?.path;
  const whose = several ? ` into campaign '${campaign}'` : '';
  return [
    `--contacts: no row of '${file}' could be imported${whose}:`,
    ...shown,
    ...more,
    "Use a file with those columns, or map its columns under 'columns' of the campaign.",
  ];
}

function refuse(io: Io, lines: readonly string[]): number {
  for (const line of lines) io.err(line);
  return 1;
}
