// Every mistake an author can make, once: the code, how grave it is, what it means, an example and what to do.
// docs/diagnostics.md is generated from this table; `diagnostic()` takes only codes that are in it.
import type { Diagnostic, Position } from './diagnostic.ts';

interface CodeEntry {
  readonly severity: Diagnostic['severity'];
  readonly meaning: string;
  /** A line or two that provoke it. */
  readonly example: string;
  /** What to do, as an instruction; the remedy of a diagnostic that brings none of its own. */
  readonly remedy: string;
}

const error = (meaning: string, example: string, remedy: string): CodeEntry => ({
  severity: 'error',
  meaning,
  example,
  remedy,
});
const warning = (meaning: string, example: string, remedy: string): CodeEntry => ({
  ...error(meaning, example, remedy),
  severity: 'warning',
});

export const LANGUAGE_CODES = {
  'yaml-syntax': error(
    'The file is not valid YAML, so nothing in it could be read.',
    'compare: >= 4',
    'Correct the line; values that begin with a sign such as > or * or { go in quotes.',
  ),
  'duplicate-key': error(
    'A key stands twice in the same place; only one of the values could count.',
    'queue: sales\nqueue: recall',
    'Keep one of the two.',
  ),
  'unknown-file': error(
    'A YAML file that is none of the files of a contact centre.',
    'campaings/spring.yaml',
    'Move it to campaigns/<id>.yaml, rules/<id>.yaml or rules/<id>.test.yaml, or delete it.',
  ),
  'missing-file': error(
    'A file that every contact centre needs is not there.',
    'a folder without centre.yaml',
    'Create the file.',
  ),
  'wrong-file-name': error(
    'The name of a campaign or rule file is its id, and this name is no id.',
    'campaigns/Spring Recall.yaml',
    'Rename the file: lower-case letters, digits and dashes, a letter first.',
  ),
  'unknown-key': error(
    'A key that has no meaning in this place.',
    'wrapup: 30 s',
    'Correct or delete the key.',
  ),
  'missing-key': error('A key that is required here is not there.', 'met: close', 'Add the key.'),
  'wrong-type': error(
    'A value of the wrong sort: text where a list belongs, a number where text belongs.',
    'callerIds: main',
    'Write the value in the form that is asked for.',
  ),
  'wrong-value': error(
    'The value is none of those that are possible here.',
    'goal: exaustion',
    'Choose one of the values that are listed.',
  ),
  'wrong-form': error(
    'The text does not have the form that is asked for.',
    'after: two hours',
    'Write it in the form that is asked for.',
  ),
  'wrong-size': error(
    'The value is too small, too big, too short or too long.',
    'priority: 500',
    'Stay within the limits that are named.',
  ),
  'unknown-kind': error(
    'There is no such kind of tile.',
    'kind: recontct',
    'Choose one of the kinds that are listed.',
  ),
  'not-offered': error(
    'Something that is known and planned, but not offered by this version.',
    'kind: hlr-check',
    'Leave it out.',
  ),
} as const satisfies Record<string, CodeEntry>;

export const CHECK_CODES = {
  'unknown-queue': error(
    'A campaign names a queue that queues.yaml does not have.',
    'queue: recal',
    'Use the id of a queue, or add the queue to queues.yaml.',
  ),
  'unknown-hours': error(
    'Hours are named that hours.yaml does not have.',
    'hours: offce',
    'Use an id from hours.yaml, or add the hours there.',
  ),
  'unknown-group': error(
    'A queue names a group that groups.yaml does not have.',
    'groups: [receptoin]',
    'Use an id from groups.yaml, or add the group there.',
  ),
  'unknown-rule': error(
    'A campaign names a callback rule that has no file in rules/.',
    'rule: recal',
    'Use the name of a file in rules/ without .yaml, or create that file.',
  ),
  'unknown-number': error(
    'A campaign shows a number that centre.yaml does not have.',
    'callerIds: [mian]',
    "Use an id from 'numbers' in centre.yaml, or add the number there.",
  ),
  'unknown-mailbox': error(
    'An e-mail is sent from a mailbox that centre.yaml does not have (CBR-11).',
    'mailbox: hello',
    "Use an id from 'mailboxes' in centre.yaml, or add the mailbox there.",
  ),
  'unknown-sender': error(
    'A text message is sent from a number or name that centre.yaml does not have (CBR-12).',
    'from: "+48600100100"',
    "Use 'random', a number or a name from 'sms' in centre.yaml, or add it there.",
  ),
  'unknown-classifier': error(
    'A result tile names a classifier that a campaign using the rule does not have.',
    'paths: { intrested: close }',
    "Use an id from the campaign's classifiers, or 'none'.",
  ),
  'unknown-field': error(
    'A message uses a record field that a campaign using the rule does not have.',
    'text: Hello {{ nmae }}',
    "Use one of the campaign's fields, or add the field to the campaign.",
  ),
  'unknown-column-field': error(
    'A column of the contacts file is meant for a field that the campaign does not have.',
    'columns: { fields: { nmae: Name } }',
    "Use one of the campaign's fields, or add the field.",
  ),
  'unknown-attachment': error(
    'An e-mail attaches a file that is not in attachments/.',
    'attachments: [leaflet.pdf]',
    'Put the file into the folder attachments/, or correct its name.',
  ),
  'template-syntax': error(
    'A message is not a valid Liquid template.',
    'text: Hello {{ name }',
    'Close every {{ }} and {% %}; see the Liquid documentation for tags and filters.',
  ),
  'significant-fields': error(
    'More than one field is marked as the significant one (REC-3).',
    'two fields with significant: true',
    "Keep 'significant: true' on one field only.",
  ),
  'choice-without-options': error(
    "A field of type 'choice' has no options, or options stand on a field of another type.",
    'type: choice',
    "Give a choice its 'options', and only a choice.",
  ),
  'ring-time': error(
    'A call rings between 15 and 60 seconds; Connect takes no other time.',
    'ringFor: 90 s',
    'Write a time from "15 s" to "60 s".',
  ),
  'pickup-rate': error(
    'The pickup rate belongs to mode ratio, which cannot do without one (DIA-2).',
    'mode: ratio',
    "Give 'pickupRate' with mode ratio, and only there; it is above 0%.",
  ),
  'ratio-abandons': warning(
    'A fixed ratio of calls per free agent leaves many people who answer without an agent (DIA-2); mode predictive keeps their share under a cap.',
    'mode: ratio\npickupRate: 30%',
    "Set 'mode: predictive' and delete 'pickupRate'.",
  ),
  'pacing-settings': error(
    'A cap on abandoned calls belongs to predictive mode, the only one that steers by it (NEW-6).',
    'mode: progressive\npacing: { cap: 2% }',
    "Delete 'pacing', or set 'mode: predictive'.",
  ),
  'before-call-work': error(
    'Before-call work belongs to preview mode (DIA-1).',
    'mode: progressive\nbeforeCallWork: 20 s',
    "Delete 'beforeCallWork', or set 'mode: preview'.",
  ),
  'recontact-period': error(
    'A classifier recalls later than its own longest recontact period allows (CLS-7).',
    'recontact: { after: 5 d, within: 3 d }',
    "Make 'after' shorter than 'within'.",
  ),
  'classifier-contradiction': error(
    'A classifier both closes the record and schedules the next call.',
    'closes: true\nrecontact: { after: 1 d }',
    "Keep either 'closes' or 'recontact'.",
  ),
  'hours-never-open': error(
    'Hours that are closed on every day of the week: what waits for them waits for ever.',
    'week: { mon: closed }',
    'Give at least one day of the week hours.',
  ),
  'hours-never-meet': error(
    'Hours in which the campaign calls and those allowed where people are have no moment in common (NEW-7): nobody there would ever be called.',
    'contactHours: { countries: { PL: { week: { mon-fri: 07:00-08:00 } } } }',
    'Give the two hours a moment in common, or leave the country to its usual hours.',
  ),
  'unknown-country': error(
    'Hours are given for a country that no telephone number is of.',
    'contactHours: { countries: { PO: { holidays: open } } }',
    'Use the ISO 3166 code of the country, such as PL.',
  ),
  'unknown-address-field': error(
    'The country or region of the address is to be in a record field that the campaign does not have.',
    'contactHours: { regionField: lnad }',
    "Use one of the campaign's fields, or add the field.",
  ),
  'address-without-use': warning(
    'A field with the address is named, but everybody is taken to be where the campaign is.',
    'contactHours: { where: campaign, regionField: land }',
    "Leave the field out, or write 'where: callee'.",
  ),
  'email-column-missing': warning(
    'The rule sends e-mails, but the columns of the campaign name none with e-mail addresses.',
    'columns: { phone: Phone }',
    "Add 'email' to the columns of the campaign.",
  ),
  'missing-tile': error(
    'A path leads to a tile that the rule does not have (CBR-14).',
    'next: cloze',
    'Use the id of a tile of this rule, or add the tile.',
  ),
  'incomplete-paths': error(
    'A condition has no path for one of the things it may see (CBR-2, CBR-15).',
    'paths: { answered: done }',
    "Add the missing paths, or 'otherwise'.",
  ),
  'dead-path': error(
    'A path of a condition that can never be taken (CBR-14): passes and attempts count from 1.',
    'kind: passes\ncompare: "< 1"',
    'Compare with a number that the count can be on either side of.',
  ),
  'unreachable-tile': error(
    'Nothing leads to a tile (CBR-14).',
    'a tile that no other tile and not the trigger points to',
    'Let a path lead to the tile, or delete it.',
  ),
  'loop-without-call': error(
    'The rule could go round in a circle without a call in between (CBR-14).',
    'a: { kind: send-sms, next: b }\nb: { kind: add-parameter, next: a }',
    "Put a 'recontact' into the circle, or break it.",
  ),
  'recontact-after-close': error(
    'A rule closes the record and then calls it again.',
    'close: { kind: close-record, next: again }',
    "Delete the 'next' of the tile that closes, or do not close.",
  ),
  'unused-queue': warning(
    'No campaign uses the queue: no contact will ever wait in it.',
    'a queue that no campaign names',
    "Name the queue in a campaign's channel, or delete it.",
  ),
  'unused-group': warning(
    'No queue has the group: its agents would wait in vain.',
    'a group that no queue names',
    "Add the group to the 'groups' of a queue, or delete it.",
  ),
  'unused-rule': warning(
    'No campaign uses the rule, and it has no scenarios either.',
    'rules/old.yaml',
    'Name the rule in a campaign, or delete the file.',
  ),
  'agent-in-two-groups': error(
    'An agent stands in two groups; in Connect an agent has exactly one routing profile.',
    'sales: { agents: [anna] }\nrecall: { agents: [anna] }',
    'Keep the agent in one group and let queues share groups.',
  ),
  'rule-too-big': error(
    'The state machine of the rule would be bigger than Step Functions takes.',
    'forty e-mails of 20,000 characters',
    'Shorten the messages, or split the rule.',
  ),
} as const satisfies Record<string, CodeEntry>;

export const SCENARIO_CODES = {
  'scenario-without-rule': error(
    'Scenarios stand beside a rule that does not exist.',
    'rules/recal.test.yaml without rules/recal.yaml',
    'Name the file after the rule: rules/<id>.test.yaml.',
  ),
  'scenario-lengths': error(
    'A scenario needs one expectation for every call.',
    'calls: [busy, busy]\nexpect: [status > again]',
    "Write as many items under 'expect' as there are calls.",
  ),
  'scenario-unknown-name': error(
    'A scenario names a tile, campaign, field or classifier that does not exist.',
    'expect: [staus > again]',
    'Correct the name.',
  ),
} as const satisfies Record<string, CodeEntry>;

export const DIAGNOSTIC_CODES = { ...LANGUAGE_CODES, ...CHECK_CODES, ...SCENARIO_CODES };
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;

/** A diagnostic of a listed code; the remedy is the code's own unless a better one is at hand. */
export function diagnostic(
  code: DiagnosticCode,
  at: Position,
  message: string,
  remedy: string = DIAGNOSTIC_CODES[code].remedy,
): Diagnostic {
  return { code, severity: DIAGNOSTIC_CODES[code].severity, message, remedy, at };
}
