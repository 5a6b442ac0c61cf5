// What `ringback test` says of the tests of IVRs: the path taken beside the path expected, and the
// paths no test takes.
import { inboundCampaigns } from '../../compiler/checks/check-facts.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { IvrTest } from '../../language/schema/ivr-test.ts';
import { type IvrCoverage, ivrCoverage } from '../../simulation/ivr/ivr-coverage.ts';
import { type IvrTestOutcome, runIvrTest } from '../../simulation/ivr/run-ivr-test.ts';
import { toLocal } from '../../simulation/scenarios/local-time.ts';
import { mismatchLines } from './mismatch-lines.ts';

export interface IvrReport {
  readonly outcomes: readonly IvrTestOutcome[];
  readonly coverage: readonly IvrCoverage[];
}

/** IVRs that no campaign uses have no flows to run. */
export async function runIvrTests(
  definitions: Definitions,
  tests: Readonly<Record<string, readonly IvrTest[]>>,
): Promise<IvrReport> {
  const used = new Set(inboundCampaigns(definitions).map(([, { ivr }]) => ivr));
  const outcomes: IvrTestOutcome[] = [];
  const coverage: IvrCoverage[] = [];
  for (const [id, ivr] of Object.entries(definitions.ivrs)) {
    if (!used.has(id)) continue;
    const ran: IvrTestOutcome[] = [];
    for (const test of tests[id] ?? []) ran.push(await runIvrTest(test, id, definitions));
    outcomes.push(...ran);
    const exits = ran.flatMap((outcome) => outcome.exits);
    coverage.push(ivrCoverage(id, ivr, exits));
  }
  return { outcomes, coverage };
}

export function ivrTestLines(outcome: IvrTestOutcome, zone: string): readonly string[] {
  const heading = `${outcome.passed ? '✓' : '✗'} ${outcome.ivr}: ${outcome.name}`;
  if (outcome.passed) return [heading];
  const { problem, mismatches } = outcome;
  return [
    heading,
    `    call of ${toLocal(outcome.at, zone)}`,
    ...(problem === undefined ? [] : [`      ${problem}`]),
    ...mismatches.flatMap(mismatchLines),
    ...(mismatches.some(({ of }) => of === 'path')
      ? []
      : [`      path was       ${outcome.came.path.join(' > ')}`]),
  ];
}

export function coverageLines(coverage: readonly IvrCoverage[]): readonly string[] {
  if (coverage.length === 0) return [];
  const width = Math.max(...coverage.map(({ ivr }) => ivr.length));
  return [
    '',
    'IVR paths covered by tests',
    ...coverage.flatMap(({ ivr, taken, paths, untaken }) => [
      `  ${ivr.padEnd(width)}  ${String(Math.floor((100 * taken) / Math.max(1, paths))).padStart(3)}%  ${taken} of ${paths}`,
      ...untaken.map(({ block, on, to }) => `      not covered: ${block}: ${on} → ${to}`),
    ]),
    '',
  ];
}
