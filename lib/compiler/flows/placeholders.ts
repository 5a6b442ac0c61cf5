// Flows in templates contain placeholders that are filled in before publishing: `${...}` of
// CloudFormation and the CDK, `{{...}}` and `%...%` of other tools. They are not part of the flow
// language, and the value behind one is unknown, so it is not checked.

import type { JsonValue } from '../json.ts';

const PLACEHOLDER = /\$\{[^}]*\}|\{\{[^}]*\}\}|%\w+%/;

export function hasPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value);
}

/** The placeholders of a document, each once, in the order they appear. */
export function placeholdersOf(content: JsonValue): readonly string[] {
  const marks = JSON.stringify(content).match(new RegExp(PLACEHOLDER, 'g')) ?? [];
  return [...new Set(marks)];
}
