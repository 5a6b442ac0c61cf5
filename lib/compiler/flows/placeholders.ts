// Flows kept in templates carry marks that are filled in before publishing: `${...}` of
// CloudFormation and the CDK, `{{...}}` and `%...%` of other tools. They are no part of the flow
// language; what stands behind one cannot be judged, so such a value is taken as it is.

import type { JsonValue } from './flow.ts';

const PLACEHOLDER = /\$\{[^}]*\}|\{\{[^}]*\}\}|%\w+%/;

export function hasPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value);
}

/** The placeholders of a document, each once, in the order they appear. */
export function placeholdersOf(content: JsonValue): readonly string[] {
  const marks = JSON.stringify(content).match(new RegExp(PLACEHOLDER, 'g')) ?? [];
  return [...new Set(marks)];
}
