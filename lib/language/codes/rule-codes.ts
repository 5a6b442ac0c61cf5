// What can be wrong with a callback rule.
import { type CodeEntry, error, warning } from './code-entry.ts';

export const RULE_CODES = {
  'missing-tile': error(
    'A path leads to a tile that the rule does not have.',
    'next: cloze',
    'Use the id of a tile of this rule, or add the tile.',
  ),
  'unreachable-tile': error(
    'No path leads to a tile.',
    'a tile that neither another tile nor the trigger leads to',
    'Let a path lead to the tile, or delete it.',
  ),
  'incomplete-paths': error(
    'A condition has no path for something it may find.',
    'paths: { answered: done }',
    "Add the missing paths, or 'otherwise'.",
  ),
  'dead-path': error(
    'A path of a condition can never be taken; passes and attempts, for example, count from 1.',
    'kind: passes\ncompare: "< 1"',
    'Compare with a number for which both outcomes are possible.',
  ),
  'loop-without-call': error(
    'The rule could run in a loop without a call in between.',
    'a: { kind: send-sms, next: b }\nb: { kind: add-parameter, next: a }',
    "Put a 'recontact' into the loop, or break it.",
  ),
  'recontact-after-close': error(
    'A rule closes the record and then schedules a call to it.',
    'close: { kind: close-record, next: again }',
    "Delete the 'next' of the tile that closes, or do not close the record.",
  ),
  'unknown-classifier': error(
    'A result tile names a classifier that a campaign using the rule does not have.',
    'paths: { intrested: close }',
    "Use an id from the campaign's classifiers, or 'none'.",
  ),
  'unknown-attachment': error(
    'An e-mail attaches a file that is not in attachments/.',
    'attachments: [leaflet.pdf]',
    'Put the file into the folder attachments/, or correct its name.',
  ),
  'rule-too-big': error(
    'The state machine of the rule would be larger than Step Functions allows.',
    'forty e-mails of 20,000 characters',
    'Shorten the messages, or split the rule.',
  ),
  'unused-rule': warning(
    'No campaign uses the rule, and it has no scenarios either.',
    'rules/old.yaml',
    'Name the rule in a campaign, or delete the file.',
  ),
} as const satisfies Record<string, CodeEntry>;
