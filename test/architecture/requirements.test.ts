// Requirement ids are names: a reader must be able to look each of them up, and users never see
// one.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LIST = 'docs/requirements.md';
const ID = /\b(?:CAM|REC|CLS|CBR|DIA|SMS|CHT|INB|IVR|PRI|MON|TKT|WHK|RPT|NEW)-\d+[a-z]?\b/g;

const known = readFileSync(LIST, 'utf8')
  .split('\n')
  .flatMap((line) => /^\| ([A-Z]{3}-\d+) \|/.exec(line)?.[1] ?? []);
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.md', '*.yaml', '*.json'],
  { encoding: 'utf8', maxBuffer: 1 << 26 },
)
  .split('\n')
  .filter((file) => existsSync(file));

const idsIn = (file: string) => readFileSync(file, 'utf8').match(ID) ?? [];

describe('requirement ids', () => {
  it('are listed once each', () => {
    expect(known).toEqual([...new Set(known)]);
    expect(known.length).toBeGreaterThan(100);
  });

  it('that code, tests and docs name are in the list', () => {
    const all = new Set(known);
    const unknown = files.flatMap((file) =>
      idsIn(file)
        .filter((id) => !all.has(id))
        .map((id) => `${file}: ${id}`),
    );

    expect(unknown).toEqual([]);
  });

  it('are not in the README, the changelog and the examples', () => {
    const seen = files
      .filter((file) => file === 'README.md' || file === 'CHANGELOG.md' || /^examples\//.test(file))
      .flatMap((file) => idsIn(file).map((id) => `${file}: ${id}`));

    expect(seen).toEqual([]);
  });

  // whatever stands in quotes may be printed: messages, diagnostics, --help, descriptions
  it('are in comments of the source only, not in its texts', () => {
    const seen = files
      .filter((file) => /^(lib|bin|functions)\/.*\.ts$/.test(file))
      .flatMap((file) => {
        const found = withoutComments(readFileSync(file, 'utf8')).match(ID) ?? [];
        return found.map((id) => `${file}: ${id}`);
      });

    expect(seen).toEqual([]);
  });

  it('are not in what is generated from these texts', () => {
    const generated = /^(schemas\/|docs\/(language|diagnostics|functions|contact-hours)\.md$)/;
    const seen = files
      .filter((file) => generated.test(file))
      .flatMap((file) => idsIn(file).map((id) => `${file}: ${id}`));

    expect(seen).toEqual([]);
  });

  it('are found in texts, and not in comments', () => {
    const text = "// see CAM-2\n/** CAM-3 */ const a = 'CAM-4'; // CAM-5\nconst b = `CAM-6`;";

    expect(withoutComments(text).match(ID)).toEqual(['CAM-4', 'CAM-6']);
  });
});

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*/g, '$1');
}
