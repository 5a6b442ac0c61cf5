// Centres made by `ringback init` in a folder that goes away, and what the other commands say of
// them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ringback } from '../../lib/cli/ringback.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** @param typed what a person types; nobody is there when missing */
export async function say(args: readonly string[], typed?: readonly string[]): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await ringback(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    lines: typed === undefined ? undefined : typing(typed),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function* typing(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

export interface Scratch {
  readonly place: (name: string) => string;
  readonly clear: () => void;
}

export function scratch(): Scratch {
  const root = mkdtempSync(join(tmpdir(), 'ringback-init-'));
  return {
    place: (name) => join(root, name),
    clear: () => rmSync(root, { recursive: true }),
  };
}

export interface Verdict {
  readonly check: readonly unknown[];
  readonly failed: number;
  /** Paths of rules and IVRs that no test takes. */
  readonly untaken: readonly unknown[];
  readonly imported: number;
  /** Contacts that a person should look at. */
  readonly remarked: number;
}

/** Of a centre in order: nothing to report, nothing failed, everybody can be called. */
export const IN_ORDER: Verdict = {
  check: [],
  failed: 0,
  untaken: [],
  imported: 20,
  remarked: 0,
};

const Tests = z.object({
  failed: z.number(),
  coverage: z.array(z.object({ untaken: z.array(z.unknown()) })),
  ruleCoverage: z.array(z.object({ untaken: z.array(z.unknown()) })),
});
const Contacts = z.object({
  counts: z.object({ imported: z.number() }),
  rows: z.array(z.object({ remarks: z.array(z.string()).default([]) })),
});
const DryRun = z.object({ funnel: z.object({ called: z.number() }) });
const Checked = z.object({ diagnostics: z.array(z.unknown()) });

const jsonOf = async (...args: string[]): Promise<unknown> =>
  JSON.parse((await say([...args, '--json'])).out);

/** What check, test and contacts say of the centre. */
export async function verdictOn(folder: string): Promise<Verdict> {
  const tests = Tests.parse(await jsonOf('test', folder));
  const list = join(folder, 'contacts.csv');
  const { counts, rows } = Contacts.parse(await jsonOf('contacts', folder, list));
  return {
    check: Checked.parse(await jsonOf('check', folder)).diagnostics,
    failed: tests.failed,
    untaken: [...tests.coverage, ...tests.ruleCoverage].flatMap(({ untaken }) => untaken),
    imported: counts.imported,
    remarked: rows.filter(({ remarks }) => remarks.length > 0).length,
  };
}

/** How many people a dry run of three days calls, with nobody calling in. */
export async function calledIn(folder: string): Promise<number> {
  const options = ['--campaign', 'enquiries', '--days', '3', '--callers', '0'];
  return DryRun.parse(await jsonOf('simulate', folder, ...options)).funnel.called;
}
