// Folders as they lie on disks: linked, unreadable, in other encodings.
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasErrors, loadFolder } from '../../../lib/cli/load-folder.ts';
import { EXAMPLE } from '../../support/example.ts';

let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'ringback-folders-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** A copy of the example with something done to it; what is found, or why it could not be read. */
async function told(name: string, change: (folder: string) => void) {
  const folder = join(scratch, name);
  cpSync(EXAMPLE, folder, { recursive: true });
  change(folder);
  const loaded = await loadFolder(folder);
  if (loaded.kind === 'unreadable') return loaded.reason.replace(folder, '.');
  return loaded.diagnostics.map(
    ({ at, code, message }) => `${at.file}:${at.line}:${at.column} ${code} ${message}`,
  );
}

describe('a folder of definitions', () => {
  it('may hold links to files and folders', async () => {
    const linked = join(scratch, 'linked');
    cpSync(EXAMPLE, join(scratch, 'shared'), { recursive: true });
    cpSync(EXAMPLE, linked, { recursive: true });
    for (const part of ['rules', 'hours.yaml']) {
      rmSync(join(linked, part), { recursive: true });
      symlinkSync(join(scratch, 'shared', part), join(linked, part));
    }

    const loaded = await loadFolder(linked);

    expect(loaded.kind === 'loaded' && hasErrors(loaded.diagnostics)).toBe(false);
    expect(loaded.kind === 'loaded' && Object.keys(loaded.readable.rules)).toHaveLength(4);
  });

  it('is read once although a link leads back into it', async () => {
    expect(await told('round', (folder) => symlinkSync('..', join(folder, 'rules', 'up')))).toEqual(
      [],
    );
  });

  it.each([
    [
      'that leads nowhere',
      'nowhere',
      "'./rules/x.yaml' is a symbolic link to a file that does not exist",
    ],
    ['to itself', 'x.yaml', "'./rules/x.yaml' is a symbolic link that leads back to itself"],
  ])('is refused for a link %s', async (name, target, reason) => {
    const link = (folder: string) => symlinkSync(target, join(folder, 'rules', 'x.yaml'));

    expect(await told(name, link)).toBe(reason);
  });

  it('is told of a file in another encoding, and the rest of it still counts', async () => {
    const text = 'name: Po\u0142udnie\ntimeZone: Warsaw\nlanguages: [pl]\ncountry: PL\n';
    const bytes = Buffer.from(text.replace('\u0142', '\u00b3'), 'latin1'); // ł in Windows-1250

    const found = await told('windows', (folder) =>
      writeFileSync(join(folder, 'centre.yaml'), bytes),
    );

    expect(found).toContain('centre.yaml:1:9 encoding a character that is not valid UTF-8');
    expect(found).toContain(
      "centre.yaml:2:11 wrong-form expected a time zone such as Europe/Warsaw, found 'Warsaw'",
    );
  });

  it('is told of a file in UTF-16, and no other looks wrong for it', async () => {
    const bytes = Buffer.from('\ufeffoffice:\n  week: { mon: 09:00-17:00 }\n', 'utf16le');

    expect(
      await told('utf16', (folder) => writeFileSync(join(folder, 'hours.yaml'), bytes)),
    ).toEqual(['hours.yaml:1:1 encoding the file is not UTF-8 text']);
  });
});

describe('a file that would keep its author waiting', () => {
  const hours = (name: string, text: string) =>
    told(name, (folder) => writeFileSync(join(folder, 'hours.yaml'), text));
  const nine = (name: string) => `[${Array.from({ length: 9 }, () => name).join(', ')}]`;
  const bomb = `a: &a ${nine('x')}\n${[...'bcdefg'].map((key, i) => `${key}: &${key} ${nine(`*${'abcdef'[i]}`)}\n`).join('')}`;

  it.each([
    ['aliases of aliases', bomb, 'aliases (*name) expand to more than 100000 parts'],
    ['brackets without end', `a: ${'['.repeat(20_000)}`, 'lists and blocks are nested too deeply'],
    [
      'megabytes',
      `a: ${'x'.repeat(5_000_000)}`,
      'the file has 5000003 characters; the limit is 1000000',
    ],
  ])('is refused: %s', async (name, text, message) => {
    expect(await hours(name, text)).toEqual([expect.stringContaining(message)]);
  });

  it('is none for using one anchor many times', async () => {
    const many = Array.from({ length: 300 }, (_, i) => `h${i}: *office\n`).join('');
    const found = await hours('many', `office: &office { week: { mon: 09:00-17:00 } }\n${many}`);

    expect(found).not.toContainEqual(expect.stringContaining('aliases'));
  });
});
