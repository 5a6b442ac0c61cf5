// `ringback test <folder>`: the scenarios beside the rules, run on the compiled state machines, and
// the tests beside the IVRs, run on the compiled flows (NEW-3).
import { compileRules } from '../compiler/compile-rule.ts';
import type { Definitions } from '../language/definitions.ts';
import type { Places } from '../language/places.ts';
import type { Scenario } from '../language/schema/scenario.ts';
import { pathText } from '../simulation/scenarios/compare.ts';
import { toLocal } from '../simulation/scenarios/local-time.ts';
import { type RuleCoverage, ruleCoverage } from '../simulation/scenarios/rule-coverage.ts';
import {
  runScenario,
  type ScenarioCallOutcome,
  type ScenarioOutcome,
} from '../simulation/scenarios/run-scenario.ts';
import { misused } from './arguments.ts';
import type { Command } from './command.ts';
import { folderArguments } from './folder-arguments.ts';
import { hasErrors, loadFolder } from './load-folder.ts';
import { countOf, diagnosticLines, placeText } from './print-diagnostics.ts';
import { coverageLines } from './test/coverage-lines.ts';
import { type IvrReport, ivrTestLines, type Placed, runIvrTests } from './test/ivr-report.ts';
import { mismatchLines } from './test/mismatch-lines.ts';

export const HELP = `ringback test <folder> [--json]

Runs the scenarios of rules/<id>.test.yaml on the compiled callback rules, and the calls of ivrs/<id>.test.yaml through
the compiled flows. Shows, step by step, where a record or a call took a different path than expected, and which paths of
the rules and IVRs no test covers. Exits with 1 if a test fails.

  --json   one JSON object: { passed, failed, scenarios: [{ rule, name, place, passed, calls }],
           calls: [{ ivr, name, place, passed, came }], coverage: [{ ivr, taken, paths, untaken }],
           ruleCoverage: [{ rule, taken, paths, untaken }] }`;

export const test: Command = async (args, io) => {
  const given = folderArguments(args);
  if ('wrong' in given) {
    return misused(io, 'test', given);
  }
  const loaded = await loadFolder(given.folder);
  if (loaded.kind === 'unreadable') {
    io.err(loaded.reason);
    return 1;
  }
  const { definitions, diagnostics, scenarios, ivrTests, places } = loaded;
  if (!definitions || hasErrors(diagnostics)) {
    for (const line of diagnosticLines(given.folder, diagnostics)) io.err(line);
    io.err(`\n${countOf(diagnostics)}; fix the errors before running tests`);
    return 1;
  }
  const { outcomes, coverage } = await runAll(definitions, scenarios, places);
  const ivrs = await runIvrTests(definitions, ivrTests, places);
  const all = [...outcomes, ...ivrs.outcomes];
  const failed = all.filter((one) => !one.passed).length;
  const passed = all.length - failed;
  const report = given.json
    ? [
        JSON.stringify(
          {
            passed,
            failed,
            scenarios: outcomes,
            calls: ivrs.outcomes,
            coverage: ivrs.coverage,
            ruleCoverage: coverage,
          },
          null,
          2,
        ),
      ]
    : [
        ...linesOf({ outcomes, coverage }, ivrs, definitions, given.folder),
        `${passed} passed, ${failed} failed`,
      ];
  for (const line of report) io.out(line);
  return failed > 0 ? 1 : 0;
};

interface RuleReport {
  readonly outcomes: readonly (ScenarioOutcome & Placed)[];
  readonly coverage: readonly RuleCoverage[];
}

function linesOf(
  { outcomes, coverage }: RuleReport,
  ivrs: IvrReport,
  { centre: { timeZone } }: Definitions,
  folder: string,
): readonly string[] {
  const none = outcomes.length === 0 && ivrs.outcomes.length === 0;
  const ofRules = coverage.map(({ rule, untaken, ...rest }) => ({
    ...rest,
    id: rule,
    untaken: untaken.map(({ tile, ...exit }) => ({ ...exit, at: tile })),
  }));
  const ofIvrs = ivrs.coverage.map(({ ivr, untaken, ...rest }) => ({
    ...rest,
    id: ivr,
    untaken: untaken.map(({ block, ...exit }) => ({ ...exit, at: block })),
  }));
  return [
    ...outcomes.flatMap((outcome) => outcomeLines(outcome, timeZone, folder)),
    ...ivrs.outcomes.flatMap((outcome) => ivrTestLines(outcome, timeZone, folder)),
    ...(none ? ['There are no tests. Add rules/<id>.test.yaml or ivrs/<id>.test.yaml.'] : []),
    ...coverageLines('Rule paths covered by tests', ofRules),
    ...coverageLines('IVR paths covered by tests', ofIvrs),
    '',
  ];
}

async function runAll(
  definitions: Definitions,
  scenarios: Readonly<Record<string, readonly Scenario[]>>,
  places: Places,
): Promise<RuleReport> {
  const outcomes: (ScenarioOutcome & Placed)[] = [];
  const coverage: RuleCoverage[] = [];
  for (const rule of compileRules(definitions)) {
    const ran: (ScenarioOutcome & Placed)[] = [];
    for (const [n, scenario] of (scenarios[rule.id] ?? []).entries()) {
      const outcome = await runScenario(scenario, rule, definitions);
      ran.push({ ...outcome, place: places.keyAt(['scenarios', rule.id, n]) });
    }
    outcomes.push(...ran);
    const written = definitions.rules[rule.id];
    const calls = ran.map((outcome) => outcome.calls);
    if (written) coverage.push(ruleCoverage(rule.id, written, calls));
  }
  return { outcomes, coverage };
}

function outcomeLines(
  outcome: ScenarioOutcome & Placed,
  zone: string,
  folder: string,
): readonly string[] {
  const heading = `${outcome.passed ? '✓' : '✗'} ${outcome.rule}: ${outcome.name}`;
  if (outcome.passed) return [heading];
  return [
    heading,
    `    ${placeText(folder, outcome.place)}`,
    ...outcome.calls.flatMap((call) => callLines(call, zone)),
    ...(outcome.stopped === undefined ? [] : [`    ${outcome.stopped}`]),
  ];
}

/** Calls as expected on one line, the others with what was expected and what came. */
function callLines(call: ScenarioCallOutcome, zone: string): readonly string[] {
  const heading = `    call ${call.number}, ${call.status}, ${toLocal(call.at, zone)}`;
  if (call.mismatches.length === 0) return [`${heading}: ${pathText(call.path)}`];
  return [heading, ...call.mismatches.flatMap(mismatchLines)];
}
