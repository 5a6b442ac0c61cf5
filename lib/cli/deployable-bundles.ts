// The functions as they are uploaded: their code, and beside that of those that read them the
// definitions and, where e-mails leave, the attachments.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TASK_NAMES, type TaskName, taskOf } from '../application/tasks/tasks.ts';
import { definitionsVersion } from '../compiler/definitions-version.ts';
import { drawnGraphs } from '../compiler/drawn-graphs.ts';
import type { DeployedFiles } from '../domain/model/deployed-files.ts';
import type { CheckedFolder } from './checked-folder.ts';
import { deployedCommit } from './deployed-commit.ts';
import { keptBundles } from './kept-bundles.ts';
import { playedScenarios } from './played-scenarios.ts';
import { pricesOf } from './prices-file.ts';

/** The one function that is asked for the graphs, and for what a dry run needs. */
const SHOWS_GRAPHS: TaskName = 'api-read';

type Parts = Pick<
  Extract<CheckedFolder, { kind: 'sound' }>,
  'definitions' | 'attachments' | 'beside'
>;

/** @param bundles folder that gets one folder per task */
export async function deployableBundles(
  folder: string,
  parts: Parts,
  bundles: string,
): Promise<void> {
  await cp(await keptBundles(), bundles, { recursive: true });
  const text = JSON.stringify(parts.definitions);
  const prices = await pricesOf(folder);
  if ('refused' in prices) throw new Error(prices.refused.join('\n'));
  const commit = await deployedCommit(folder);
  const version = definitionsVersion(parts.definitions);
  const shown = {
    'deployed.json': { version, ...(commit && { commit }) } satisfies DeployedFiles,
    'graphs.json': drawnGraphs(parts.definitions, parts.beside.places),
    'scenarios.json': await playedScenarios(parts.definitions, parts.beside),
    'prices.json': prices.value,
  };
  for (const [name, content] of Object.entries(shown))
    await writeFile(join(bundles, SHOWS_GRAPHS, name), JSON.stringify(content));
  for (const task of TASK_NAMES) {
    const { ports } = taskOf(task);
    const into = join(bundles, task);
    if (ports.includes('definitions')) await writeFile(join(into, 'definitions.json'), text);
    if (ports.includes('email')) await copyAttachments(folder, parts.attachments, into);
  }
}

async function copyAttachments(
  folder: string,
  names: readonly string[],
  into: string,
): Promise<void> {
  await mkdir(join(into, 'attachments'), { recursive: true });
  for (const name of names) {
    await cp(join(folder, 'attachments', name), join(into, 'attachments', name));
  }
}
