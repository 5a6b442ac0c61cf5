import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { deployedCommit } from '../../../lib/cli/deployed-commit.ts';

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-commit-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const git = (folder: string, ...args: readonly string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    encoding: 'utf8',
  }).trim();

it('a folder in a repository has the commit that changed it last, and tells of changes since', async () => {
  const folder = await aFolder();
  git(folder, 'init', '-q');
  await writeFile(join(folder, 'centre.yaml'), 'name: One');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'One');

  const clean = await deployedCommit(folder);
  await writeFile(join(folder, 'centre.yaml'), 'name: Two');
  const changed = await deployedCommit(folder);

  expect(clean).toMatchObject({ id: git(folder, 'rev-parse', 'HEAD'), changed: false });
  expect(Date.parse(clean?.at ?? '')).not.toBeNaN();
  expect(changed).toEqual({ ...clean, changed: true });
});

it('a folder in no repository has none', async () => {
  expect(await deployedCommit(await aFolder())).toBeUndefined();
});
