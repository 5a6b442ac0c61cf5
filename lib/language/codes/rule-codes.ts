// What can be wrong with a callback rule.
import { type CodeEntry, error, warning } from './code-entry.ts';

export const RULE_CODES = {
  'missing-tile': error(
    'A path leads to a tile that the rule does not have.',
    'next: cloze',
    'Use the id of a tile of this rule, or add the tile.',
  ),
  'unknown-parameter': error(
    'A condition or a text reads a parameter that no tile before it adds. Conditions see what was added after an earlier call.',
    'kind: parameter\nname: langauge',
    "Use the name of an 'add-parameter' tile that comes before, or add one.",
  ),
  'unreachable-tile': error(
    'No path leads to a tile, or only paths for call statuses that cannot occur there.',
    'a tile that neither another tile nor the trigger leads to',
    'Let a path lead to the tile, or delete it.',
  ),
  'incomplete-paths': error(
    'A condition has no path for something it may find.',
    'paths: { answered: done }',
    "Add the missing paths, or 'otherwise'.",
  ),
  'dead-path': error(
    'A path of a condition can never be taken: passes and attempts, for example, count from 1, and a call that an earlier tile found to be busy is not answered.',
    'kind: passes\ncompare: "< 1"',
    'Delete the path, or correct the condition so that it can be taken.',
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
  'voicemail-not-detected': warning(
    'A rule or campaign asks for the status voicemail, but answering machines are not detected, so a call never ends with it.',
    'paths: { voicemail: tomorrow }',
    "Set 'machineDetection: true' in the outbound channel of the campaign, or delete the path.",
  ),
  'redial-at-once': warning(
    'A number that was not answered or busy is called again at once, instead of after a pause.',
    'kind: recontact\nafter: at once',
    "Write a pause such as \"15 min\"; at once suits calls that were abandoned. Whatever the rule says, the campaign's 'minimumRedialInterval' (2 min by default) is kept.",
  ),
  'unknown-classifier': error(
    'A result tile names a classifier that a campaign using the rule does not have.',
    'paths: { intrested: close }',
    "Use an id from the campaign's classifiers, or 'none'.",
  ),
  'hlr-without-provider': error(
    'A rule asks whether a number is in service, but the centre names no provider of HLR checks.',
    'kind: hlr-check, without hlr in centre.yaml',
    "Add 'hlr' to centre.yaml with the provider's request and what its answers mean, or delete the tile.",
  ),
  'unknown-attachment': error(
    'An e-mail attaches a file that is not in attachments/.',
    'attachments: [leaflet.pdf]',
    'Put the file into the folder attachments/, or correct its name.',
  ),
  'attachments-too-large': error(
    'The attachments of an e-mail are larger together than mail servers take.',
    'attachments: [brochure.pdf, price-list.pdf] (12 MB together)',
    'Attach at most 10 MB, or put a link to the file into the text.',
  ),
  'text-in-more-parts': warning(
    'A text message has letters that are not in the alphabet of text messages, so it is sent, and billed, in more parts.',
    'text: Zadzwonimy jeszcze raz po południu … (more than 70 characters)',
    "Add 'transliterate: true', shorten the text to 70 characters, or accept the price.",
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
