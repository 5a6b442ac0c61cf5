// What `ringback test` says of the tests of IVRs: the path taken beside the path expected.
import { inboundCampaigns } from '../../compiler/checks/check-facts.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Position } from '../../language/diagnostic.ts';
import type { Places } from '../../language/places.ts';
import type { IvrTest } from '../../language/schema/ivr-test.ts';
import { type IvrCoverage, ivrCoverage } from '../../simulation/ivr/ivr-coverage.ts';
import { type IvrTestOutcome, runIvrTest } from '../../simulation/ivr/run-ivr-test.ts';
import { toLocal } from '../../simulation/scenarios/local-time.ts';
import { placeText } from '../print-diagnostics.ts';
import { mismatchLines } from './mismatch-lines.ts';

/** Where a test is written. */
export interface Placed {
  readonly place: Position;
}

export interface IvrReport {
  readonly outcomes: readonly (IvrTestOutcome & Placed)[];
  readonly coverage: readonly IvrCoverage[];
}

/** IVRs that no campaign uses have no flows to run. */
export async function runIvrTests(
  definitions: Definitions,
  tests: Readonly<Record<string, readonly IvrTest[]>>,
  places: Places,
): Promise<IvrReport> {
  const used = new Set(inboundCampaigns(definitions).map(([, { ivr }]) => ivr));
  const outcomes: (IvrTestOutcome & Placed)[] = [];
  const coverage: IvrCoverage[] = [];
  for (const [id, ivr] of Object.entries(definitions.ivrs)) {
    if (!used.has(id)) continue;
    const ran: (IvrTestOutcome & Placed)[] = [];
    for (const [n, test] of (tests[id] ?? []).entries()) {
      const outcome = await runIvrTest(test, id, definitions);
      ran.push({ ...outcome, place: places.keyAt(['ivrTests', id, n]) });
    }
    outcomes.push(...ran);
    const exits = ran.flatMap((outcome) => outcome.exits);
    coverage.push(ivrCoverage(id, ivr, exits));
  }
  return { outcomes, coverage };
}

export function ivrTestLines(
  outcome: IvrTestOutcome & Placed,
  zone: string,
  folder: string,
): readonly string[] {
  const heading = `${outcome.passed ? '✓' : '✗'} ${outcome.ivr}: ${outcome.name}`;
  if (outcome.passed) return [heading];
  const { problem, mismatches } = outcome;
  return [
    heading,
    `    ${placeText(folder, outcome.place)}`,
    `    call of ${toLocal(outcome.at, zone)}`,
    ...(problem === undefined ? [] : [`      ${problem}`]),
    ...mismatches.flatMap(mismatchLines),
    ...(mismatches.some(({ of }) => of === 'path')
      ? []
      : [`      path was       ${outcome.came.path.join(' > ')}`]),
  ];
}
