// Files a command is given beside the folder of definitions: what was read, or the lines that say
// what is wrong and what to do.
import { readFile } from 'node:fs/promises';
import type { Diagnostic } from '../language/diagnostic.ts';

export type ReadInput<T> =
  | { readonly value: T; readonly remarks?: readonly string[] }
  | InputRefused;

export interface InputRefused {
  readonly refused: readonly string[];
}

export const refusedInput = (...lines: readonly string[]): InputRefused => ({ refused: lines });

export const mistakeLines = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.flatMap(({ at, severity, code, message, remedy }) => [
    `${at.file}:${at.line}:${at.column}  ${severity}  ${message}  [${code}]`,
    `    ${remedy}`,
  ]);

/** @returns undefined when it cannot be read */
export async function textOfFile(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readFile(path));
  } catch {
    return undefined;
  }
}
