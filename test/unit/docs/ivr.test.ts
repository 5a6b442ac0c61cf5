// Every snippet of docs/ivr.md is run: the files as one centre, its tests, and the call as it
// stands there.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringback } from '../../../lib/cli/ringback.ts';

const page = readFileSync('docs/ivr.md', 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => text,
  );

const AROUND = {
  'centre.yaml': `name: Test
timeZone: Europe/Warsaw
languages: [en]
country: PL
numbers: { main: { claim: { country: GB } } }
mailboxes: { office: { address: office@example.org } }
`,
  'hours.yaml': 'office: { week: { mon-fri: 09:00-17:00 }, exceptions: { 2026-12-24: closed } }\n',
  'groups.yaml': 'service: { agents: [anna] }\n',
  'queues.yaml': 'service: { groups: [service], hours: office }\n',
};

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-ivr-page-'));
  const snippets = blocks('yaml').map(
    (text) => [/^# (\S+)\n/.exec(text)?.[1] ?? '', text] as const,
  );
  for (const [path, text] of [...Object.entries(AROUND), ...snippets]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(args: readonly string[], typed: readonly string[] = []) {
  const out: string[] = [];
  async function* lines() {
    yield* typed;
  }
  await ringback(args, {
    out: (line) => out.push(line),
    err: (line) => out.push(line),
    lines: lines(),
  });
  return out;
}

describe('the page on IVRs', () => {
  it('shows files that are in order', async () => {
    expect(await run(['check', folder])).toEqual([
      `${folder} has no errors: 1 campaign, 0 rules, 1 IVR, 1 queue, 1 agent.`,
    ]);
  });

  it('shows tests that pass, with the coverage it says', async () => {
    const out = (await run(['test', folder])).join('\n');

    const [coverage = 'missing'] = blocks('text');
    expect(out).toContain(coverage.trim());
    expect(out).toContain('4 passed, 0 failed');
  });

  it('shows a call as it goes', async () => {
    const [transcript = ''] = blocks('console');
    const [command = '', ...lines] = transcript.trimEnd().split('\n');
    const args = command.replace('$ npx ringback ', '').replace(' . ', ` ${folder} `).split(' ');
    const typed = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2));

    expect(await run(args, typed)).toEqual(lines);
  });

  it('links to files that are there', () => {
    const links = [...page.matchAll(/\]\((?!http)([^)#]+)/g)].map(([, path = '']) => path);

    expect(links.length).toBeGreaterThan(2);
    for (const path of links) {
      expect(() => readFileSync(join('docs', path))).not.toThrow(/ENOENT/);
    }
  });
});
