// Diagnostics for people: the place as editors and terminals link it, the message, the remedy
// below.
import type { Diagnostic, Position } from '../language/diagnostic.ts';
import { plural } from '../language/plural.ts';

export function diagnosticLines(folder: string, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.flatMap(({ at, severity, code, message, remedy }) => [
    `${pathIn(folder, at.file)}:${at.line}:${at.column}  ${severity}  ${message}  [${code}]`,
    `    ${remedy}`,
  ]);
}

/** As editors and terminals link it. */
export const placeText = (folder: string, { file, line }: Position): string =>
  `${pathIn(folder, file)}:${line}`;

const pathIn = (folder: string, file: string) => `${folder.replace(/\/+$/, '')}/${file}`;

/** "3 errors, 1 warning" */
export function countOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ];
  return parts.join(', ');
}
