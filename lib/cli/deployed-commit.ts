// The commit a folder of definitions is at, if it is in a repository of git.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DeployedFiles } from '../domain/model/deployed-files.ts';

const run = promisify(execFile);

/** The last one that changed the folder: others deploy nothing anew. */
export async function deployedCommit(folder: string): Promise<DeployedFiles['commit']> {
  const git = async (...args: readonly string[]) =>
    (await run('git', ['-C', folder, ...args])).stdout.trim();
  try {
    const [id, at] = (await git('log', '-1', '--format=%H %cI', '--', '.')).split(' ');
    if (!id || !at) return undefined;
    return { id, at, changed: (await git('status', '--porcelain', '--', '.')) !== '' };
  } catch {
    // no git here, or no repository
    return undefined;
  }
}
