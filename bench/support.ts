// What the benchmarks share. The machine they run on is somebody's laptop or a shared runner, so a
// figure that matters is a ratio: both sides are measured in one run, by turns, and the middle of
// the rounds is taken.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { checkedFolder } from '../lib/cli/checked-folder.ts';
import type { Definitions } from '../lib/language/definitions.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const EXAMPLE = join(ROOT, 'examples', 'clinic-recall');
export const CAMPAIGN = 'spring-recall';

export const say = (line: string): boolean => process.stdout.write(`${line}\n`);

export async function exampleDefinitions(): Promise<Definitions> {
  const checked = await checkedFolder(EXAMPLE);
  if (checked.kind === 'refused') throw new Error(checked.lines.join('\n'));
  return checked.definitions;
}

/** A folder that is gone when the process is. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Runs this Node with the arguments, from the project's root; what it printed, and milliseconds
 * until it ended.
 */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const from = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  const took = performance.now() - from;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return { stdout, took };
}

export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (n: number) => sorted[n] ?? Number.NaN;
  return Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
}

/** Three significant digits, or whole, with thousands apart. */
export function number(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

export const ratio = (one: number, other: number): string => `${number(one / other)}×`;

/** A Markdown table, so that what is printed can go into docs/performance.md as it is. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  say(line(headings));
  say(`|${headings.map((_, n) => (n === 0 ? '---|' : '--:|')).join('')}`);
  for (const row of rows) say(line(row));
}
