// Folder to checked definitions: what check, test and every other command that reads a folder begin
// with.
import { checkLoaded } from '../compiler/check.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { type Loaded, loadDefinitions } from '../language/load.ts';
import type { Recording } from '../language/recording.ts';
import { readDefinitionsFolder } from './definitions-folder.ts';

export interface LoadedFolder extends Loaded {
  readonly kind: 'loaded';
  /** What the loader and the checks found. */
  readonly diagnostics: readonly Diagnostic[];
  readonly attachments: readonly string[];
  /** Files of recordings/ by name. */
  readonly recordings: Readonly<Record<string, Recording>>;
}

/** Never throws for an author's mistake; a folder that is none is a value too. */
export async function loadFolder(
  folder: string,
): Promise<LoadedFolder | { readonly kind: 'unreadable'; readonly reason: string }> {
  const read = await readDefinitionsFolder(folder);
  if (read.kind === 'unreadable') return read;
  const loaded = loadDefinitions(read.files);
  const { attachments, attachmentSizes, recordings } = read;
  const diagnostics = checkLoaded(loaded, { attachments, attachmentSizes, recordings });
  return { ...loaded, kind: 'loaded', diagnostics, attachments, recordings };
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');
