// The example centre as its folder says it, checked.
import { fileURLToPath } from 'node:url';
import { hasErrors, type LoadedFolder, loadFolder } from '../../bin/commands/load-folder.ts';
import type { Definitions } from '../../lib/language/definitions.ts';

export const EXAMPLE = fileURLToPath(new URL('../../examples/clinic-recall', import.meta.url));

export async function loadExample(
  folder = EXAMPLE,
): Promise<LoadedFolder & { readonly definitions: Definitions }> {
  const loaded = await loadFolder(folder);
  if (loaded.kind === 'unreadable') throw new Error(loaded.reason);
  const { definitions, diagnostics } = loaded;
  if (!definitions || hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics));
  return { ...loaded, definitions };
}
