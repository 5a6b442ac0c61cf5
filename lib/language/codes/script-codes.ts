// What can be wrong with a call script.
import { type CodeEntry, error, warning } from './code-entry.ts';

export const SCRIPT_CODES = {
  'unknown-script': error(
    'A campaign or a queue names a call script that has no file.',
    'script: renewl',
    'Use the name of a file in scripts/, or add the file.',
  ),
  'script-missing-page': error(
    'A path of a script leads to a page it does not have.',
    'next: ofer',
    'Use the id of a page of this script, or add the page.',
  ),
  'script-unreachable-page': error(
    'No path leads to a page of a script.',
    'a page that no other page leads to',
    'Let a jump or a next lead to the page, or delete it.',
  ),
  'script-loop': error(
    'Pages of a script lead back to each other, so an agent would ask the same questions again.',
    'greeting: { next: offer }\noffer: { next: greeting }',
    'Let the path lead on to another page, or end there.',
  ),
  'script-question-twice': error(
    'Two questions of a script have one id, so one answer would replace the other.',
    'pages:\n  a: { questions: { reason: { kind: text, label: Why? } }, next: b }\n  b: { questions: { reason: { kind: text, label: Why not? } } }',
    'Give each question an id of its own.',
  ),
  'script-unknown-answer': error(
    'A jump asks for an answer that cannot have been given: no such question on the page or before it, or no such option.',
    'jumps: [{ if: reason, is: expensiv, to: offer }]',
    'Use a question of this page or of one before it, and one of its options.',
  ),
  'unused-script': warning(
    'No campaign and no queue uses the script.',
    'scripts/old.yaml',
    "Name it under 'script' of a channel or a queue, or delete the file.",
  ),
} as const satisfies Record<string, CodeEntry>;
