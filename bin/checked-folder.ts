// A folder of definitions as the commands take it: read, loaded and checked, with what is to be said about it.
import { checkDefinitions } from '../lib/compiler/check.ts';
import type { Definitions } from '../lib/language/definitions.ts';
import { loadDefinitions } from '../lib/language/load.ts';
import { countOf, diagnosticLines } from './commands/print-diagnostics.ts';
import { readDefinitionsFolder } from './definitions-folder.ts';

export type CheckedFolder =
  | {
      readonly kind: 'sound';
      readonly definitions: Definitions;
      /** Names of the files in attachments/. */
      readonly attachments: readonly string[];
      /** Warnings, for people. */
      readonly lines: readonly string[];
    }
  | { readonly kind: 'refused'; readonly lines: readonly string[] };

export async function checkedFolder(folder: string): Promise<CheckedFolder> {
  const read = await readDefinitionsFolder(folder);
  if (read.kind === 'unreadable') return { kind: 'refused', lines: [read.reason] };
  const { definitions, diagnostics, places, scenarios } = loadDefinitions(read.files);
  const { attachments } = read;
  const found = definitions
    ? [...diagnostics, ...checkDefinitions({ definitions, places, scenarios, attachments })]
    : diagnostics;
  const lines = found.length === 0 ? [] : [...diagnosticLines(folder, found), countOf(found)];
  const broken = found.some(({ severity }) => severity === 'error');
  if (!definitions || broken) return { kind: 'refused', lines };
  return { kind: 'sound', definitions, attachments, lines };
}
