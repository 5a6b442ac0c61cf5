// Pieces of the YAML of a new centre, written as a person would.
import { stringify } from 'yaml';
import type { FileKind } from '../../language/folder-layout.ts';

/** A text as a value: in quotes only where it needs them. */
export const scalar = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd();

/** The first line, by which an editor knows the file; none where it cannot find the schemas. */
export type SchemaLine = (kind: FileKind, path: string) => string;

/** Lines joined, without those that are not for this centre. */
export const linesOf = (...lines: readonly (string | undefined)[]): string =>
  `${lines.filter((line) => line !== undefined).join('\n')}\n`;

/** A block, indented by so many blanks. */
export const indented = (blanks: number, ...lines: readonly (string | undefined)[]): string =>
  lines
    .filter((line) => line !== undefined)
    .flatMap((line) => line.split('\n'))
    .map((line) => (line === '' ? '' : `${' '.repeat(blanks)}${line}`))
    .join('\n');
