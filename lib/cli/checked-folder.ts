// A folder of definitions as those take it who build on it: sound, or refused, with what is to be
// said about it.
import type { Definitions } from '../language/definitions.ts';
import { hasErrors, type LoadedFolder, loadFolder } from './load-folder.ts';
import { countOf, diagnosticLines } from './print-diagnostics.ts';

export type CheckedFolder =
  | {
      readonly kind: 'sound';
      readonly definitions: Definitions;
      /** Names of the files in attachments/. */
      readonly attachments: readonly string[];
      /** Names of the files in recordings/. */
      readonly recordings: readonly string[];
      /** What is beside the definitions: tests, and where everything is written. */
      readonly beside: Pick<LoadedFolder, 'scenarios' | 'ivrTests' | 'places'>;
      /** Warnings, for people. */
      readonly lines: readonly string[];
    }
  | { readonly kind: 'refused'; readonly lines: readonly string[] };

export async function checkedFolder(folder: string): Promise<CheckedFolder> {
  const loaded = await loadFolder(folder);
  if (loaded.kind === 'unreadable') return { kind: 'refused', lines: [loaded.reason] };
  const { definitions, diagnostics, attachments } = loaded;
  const recordings = Object.keys(loaded.recordings);
  const lines =
    diagnostics.length === 0 ? [] : [...diagnosticLines(folder, diagnostics), countOf(diagnostics)];
  if (!definitions || hasErrors(diagnostics)) return { kind: 'refused', lines };
  const { scenarios, ivrTests, places } = loaded;
  const beside = { scenarios, ivrTests, places };
  return { kind: 'sound', definitions, attachments, recordings, beside, lines };
}
