import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

it('an installation ends well though nothing could be prepared, and says so', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'ringback-prepare-'));
  const [, script = ''] = scripts.prepare?.split(' ') ?? [];
  cpSync(script, join(elsewhere, 'prepare.mjs'));

  const { status, stderr } = spawnSync(process.execPath, [join(elsewhere, 'prepare.mjs')], {
    encoding: 'utf8',
  });

  expect(status).toBe(0);
  expect(stderr).toContain('Not prepared, so the first start takes longer: ');
});
