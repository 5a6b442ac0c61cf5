// `ringback test <folder>`: the scenarios beside the rules, run on the compiled state machines (NEW-3).
import { compileRules } from '../../lib/compiler/compile-rule.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import type { Scenario } from '../../lib/language/schema/scenario.ts';
import { pathText } from '../../lib/simulation/scenarios/compare.ts';
import { toLocal } from '../../lib/simulation/scenarios/local-time.ts';
import {
  runScenario,
  type ScenarioCallOutcome,
  type ScenarioOutcome,
} from '../../lib/simulation/scenarios/run-scenario.ts';
import type { Command } from './command.ts';
import { folderArguments } from './folder-arguments.ts';
import { hasErrors, loadFolder } from './load-folder.ts';
import { countOf, diagnosticLines } from './print-diagnostics.ts';

export const HELP = `ringback test <folder> [--json]

Runs the scenarios of rules/<id>.test.yaml on the compiled callback rules and tells, tile by tile, where a record
went another way than expected. Exits with 1 when a scenario fails.

  --json   one JSON object: { passed, failed, scenarios: [{ rule, name, passed, calls }] }`;

export const test: Command = async (args, io) => {
  const given = folderArguments(args);
  if ('wrong' in given) {
    io.err(`${given.wrong}\n\n${HELP}`);
    return 2;
  }
  const loaded = await loadFolder(given.folder);
  if (loaded.kind === 'unreadable') {
    io.err(loaded.reason);
    return 1;
  }
  const { definitions, diagnostics, scenarios } = loaded;
  if (!definitions || hasErrors(diagnostics)) {
    for (const line of diagnosticLines(given.folder, diagnostics)) io.err(line);
    io.err(`\n${countOf(diagnostics)}; scenarios run once the definitions are in order`);
    return 1;
  }
  const outcomes = await runAll(definitions, scenarios);
  const failed = outcomes.filter(({ passed }) => !passed).length;
  const passed = outcomes.length - failed;
  const report = given.json
    ? [JSON.stringify({ passed, failed, scenarios: outcomes }, null, 2)]
    : [
        ...outcomes.flatMap((outcome) => outcomeLines(outcome, definitions.centre.timeZone)),
        ...(outcomes.length === 0 ? ['There are no scenarios: write rules/<id>.test.yaml.'] : []),
        `${passed} passed, ${failed} failed`,
      ];
  for (const line of report) io.out(line);
  return failed > 0 ? 1 : 0;
};

async function runAll(
  definitions: Definitions,
  scenarios: Readonly<Record<string, readonly Scenario[]>>,
): Promise<readonly ScenarioOutcome[]> {
  const outcomes: ScenarioOutcome[] = [];
  for (const rule of compileRules(definitions)) {
    for (const scenario of scenarios[rule.id] ?? []) {
      outcomes.push(await runScenario(scenario, rule, definitions));
    }
  }
  return outcomes;
}

function outcomeLines(outcome: ScenarioOutcome, zone: string): readonly string[] {
  const heading = `${outcome.passed ? '✓' : '✗'} ${outcome.rule}: ${outcome.name}`;
  if (outcome.passed) return [heading];
  return [
    heading,
    ...outcome.calls.flatMap((call) => callLines(call, zone)),
    ...(outcome.stopped === undefined ? [] : [`    ${outcome.stopped}`]),
  ];
}

/** Calls as expected on one line, the others with what was expected and what came. */
function callLines(call: ScenarioCallOutcome, zone: string): readonly string[] {
  const heading = `    call ${call.number}, ${call.status}, ${toLocal(call.at, zone)}`;
  if (call.mismatches.length === 0) return [`${heading}: ${pathText(call.path)}`];
  return [
    heading,
    ...call.mismatches.flatMap(({ of, expected, actual }) => [
      `      ${of} expected  ${expected === '' ? '(no tile)' : expected}`,
      `      ${' '.repeat(of.length)} was       ${actual === '' ? '(no tile)' : actual}`,
      ...(of === 'path'
        ? [`      ${' '.repeat(of.length)}           ${marker(expected, actual)}`]
        : []),
    ]),
  ];
}

/** Points at the first tile that differs. */
function marker(expected: string, actual: string): string {
  const wanted = expected.split(' > ');
  const passed = actual.split(' > ');
  const same = passed.findIndex((tile, index) => tile !== wanted[index]);
  const before = passed.slice(0, same < 0 ? passed.length : same).join(' > ');
  return `${' '.repeat(before === '' ? 0 : before.length + 3)}^`;
}
