// Names that every JavaScript object has a member of are unknown to the commands like any other
// name.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringback } from '../../../lib/cli/ringback.ts';
import { exampleFolder } from '../../support/example.ts';

const UNKNOWN = 'nobody-knows-it';
const INHERITED = ['constructor', '__proto__', 'hasOwnProperty'];
const FOLDER = exampleFolder('clinic-recall');
const INBOUND = exampleFolder('medika-reception');

/** The command with a name put in wherever it takes one. */
const COMMANDS: readonly (readonly [what: string, args: (name: string) => readonly string[]])[] = [
  ['a command', (name) => [name]],
  ['an option of simulate', (name) => ['simulate', FOLDER, `--${name}`]],
  ['the campaign of simulate', (name) => ['simulate', FOLDER, '--campaign', name]],
  ['what simulate compares', (name) => ['simulate', FOLDER, '--compare', `${name}:1`]],
  ['the rule simulate compares with', (name) => ['simulate', FOLDER, '--compare', `rule:${name}`]],
  ['the campaign of start', (name) => ['start', '--folder', FOLDER, '--campaign', name]],
  ['the number of call', (name) => ['call', INBOUND, name]],
  ['the campaign of why', (name) => ['why', name, 'r1']],
  ['the record of why', (name) => ['why', 'recall', name]],
  ['the campaign of pacing', (name) => ['pacing', name]],
  ['what flows does', (name) => ['flows', name]],
];

let elsewhere = '';
const here = process.cwd();

// Without a last run in the folder the commands are called in.
beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'ringback-names-'));
  process.chdir(elsewhere);
});
afterAll(() => {
  process.chdir(here);
  rmSync(elsewhere, { recursive: true });
});

describe('a name that every object has a member of', () => {
  it.each(COMMANDS)('is unknown as %s like any other', async (_, args) => {
    const usual = await said(args, UNKNOWN);

    for (const name of INHERITED) expect(await said(args, name)).toEqual(usual);
    expect(usual.code).not.toBe(0);
  });
});

async function said(args: (name: string) => readonly string[], name: string) {
  const lines: string[] = [];
  const add = (line: string) =>
    void lines.push(line.replaceAll(name, '<name>').replace(/; did you mean .*/, ''));
  const code = await ringback(args(name), { out: add, err: add });
  return { code, lines };
}
