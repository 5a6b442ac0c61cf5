// For tests of a team in a runner of their own: what `ringback check` and `ringback test` find, as
// objects. The same as the commands print with --json.
import { check as checkCommand } from '../cli/check.ts';
import type { Command } from '../cli/command.ts';
import { test as testCommand } from '../cli/test.ts';
import type { Diagnostic, Position } from '../language/diagnostic.ts';

export type { Diagnostic, Position };

export interface CheckResult {
  /** Without errors; warnings do not count. */
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** A test of rules/<id>.test.yaml. */
export interface ScenarioResult {
  readonly rule: string;
  readonly name: string;
  readonly place?: Position;
  readonly passed: boolean;
  readonly calls: readonly CallOfScenario[];
}

export interface CallOfScenario {
  /** 1 for the first. */
  readonly number: number;
  readonly status: string;
  /** Tiles the rule went through. */
  readonly path: readonly string[];
  readonly mismatches: readonly unknown[];
}

/** A test of ivrs/<id>.test.yaml. */
export interface IvrTestResult {
  readonly ivr: string;
  readonly name: string;
  readonly place?: Position;
  readonly passed: boolean;
}

export interface TestResult {
  readonly passed: number;
  readonly failed: number;
  readonly scenarios: readonly ScenarioResult[];
  readonly calls: readonly IvrTestResult[];
}

/** @throws when there is no contact centre in the folder */
export async function checkCentre(folder: string): Promise<CheckResult> {
  const { ok, diagnostics, reason } = await answerOf(checkCommand, folder);
  if (reason !== undefined) throw new Error(String(reason));
  return { ok: ok === true, diagnostics: diagnostics as readonly Diagnostic[] };
}

/** @throws when the folder has errors, with all of them */
export async function testCentre(folder: string): Promise<TestResult> {
  const answer = await answerOf(testCommand, folder);
  return answer as unknown as TestResult;
}

async function answerOf(
  command: Command,
  folder: string,
): Promise<Readonly<Record<string, unknown>>> {
  const [out, err]: [string[], string[]] = [[], []];
  await command([folder, '--json'], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  if (out.length === 0) throw new Error(err.join('\n'));
  return JSON.parse(out.join('\n'));
}
