// The example centres as their folders say it, checked.
import { fileURLToPath } from 'node:url';
import { hasErrors, type LoadedFolder, loadFolder } from '../../lib/cli/load-folder.ts';
import type { Definitions } from '../../lib/language/definitions.ts';

export const exampleFolder = (name: string): string =>
  fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

export const EXAMPLE = exampleFolder('clinic-recall');

export async function loadExample(
  folder = EXAMPLE,
): Promise<LoadedFolder & { readonly definitions: Definitions }> {
  const loaded = await loadFolder(folder);
  if (loaded.kind === 'unreadable') throw new Error(loaded.reason);
  const { definitions, diagnostics } = loaded;
  if (!definitions || hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics));
  return { ...loaded, definitions };
}
