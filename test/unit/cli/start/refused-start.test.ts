import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const COMMAND = resolve('bin/ringback.ts');

it('a folder with a mistake is refused, and the synthesis that has begun leaves nothing', () => {
  const place = mkdtempSync(join(tmpdir(), 'ringback-refused-'));
  const folder = join(place, 'centre');
  cpSync('examples/clinic-recall', folder, { recursive: true });
  writeFileSync(join(folder, 'campaigns', 'spring-recall.yaml'), 'name: 3\n');

  const { status, stderr } = spawnSync(
    process.execPath,
    [COMMAND, 'start', '--folder', folder, '--json'],
    { cwd: place, encoding: 'utf8' },
  );

  expect(stderr).toContain('spring-recall.yaml');
  expect(status).toBe(1);
  const kept = join(place, '.ringback', 'assemblies');
  expect(existsSync(kept) ? readdirSync(kept) : []).toEqual([]);
});

it('a folder that is none is refused without being read through', () => {
  const place = mkdtempSync(join(tmpdir(), 'ringback-none-'));

  const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'start', '--folder', place], {
    cwd: place,
    encoding: 'utf8',
  });

  expect(stderr).toContain('contains no centre.yaml');
  expect(status).toBe(1);
  expect(existsSync(join(place, '.ringback', 'assemblies'))).toBe(false);
});
