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
  encoding: error(
    'The file is not in UTF-8, so letters of it are lost.',
    'a file saved as Windows-1250',
    'Save the file as UTF-8: editors offer it beside "save as", or in the status line.',
  ),
  'unknown-file': error(
    'A YAML file that is none of the files of a contact centre.',
    'campaings/spring.yaml',
    'Move it to campaigns/, rules/ or ivrs/ as <id>.yaml, tests of a rule or an IVR as <id>.test.yaml, or delete it.',
  ),
  'missing-file': error(
    'A file that every contact centre needs is not there.',
    'a folder without centre.yaml',
    'Create the file.',
  ),
  'wrong-file-name': error(
    'The name of a campaign, rule or IVR file is its id, and this name is no id.',
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
    'There is no such kind of tile or block.',
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
  'handling-mode': error(
    'Agents start calls of records offered to them, which only the mode preview does; in the other modes the dialer dials ahead of them (CAM-3).',
    'handling: manual-web\nchannels: { outbound: { mode: predictive } }',
    "Set 'mode: preview', or leave 'handling' out.",
  ),
  'agent-rung-first': error(
    'Calls of an outbound channel cannot ring the agent first: Connect does that for its own outbound campaigns only (CAM-3).',
    'handling: manual-phone\nchannels: { outbound: { mode: preview } }',
    "Set 'handling: manual-web': the agent presses call. Or take the outbound channel into a campaign of its own, with other groups.",
  ),
  'offer-for': error(
    'A time in which the agent is to start the call has no meaning where the dialer does (CAM-3).',
    'handling: automatic\nchannels: { outbound: { mode: preview, offerFor: 1 min } }',
    "Delete 'offerFor', or set 'handling: manual-web'.",
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
    'No campaign and no IVR uses the queue: no contact will ever wait in it.',
    'a queue that no campaign and no IVR names',
    "Name the queue in a campaign's channel or a block of an IVR, or delete it.",
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

export const IVR_CODES = {
  'unknown-ivr': error(
    'A campaign names an IVR that has no file in ivrs/ (INB-1).',
    'ivr: recepton',
    'Use the name of a file in ivrs/ without .yaml, or create that file.',
  ),
  'unknown-agent': error(
    'An extension leads to an agent who stands in no group (IVR-16).',
    'extensions: { "101": ana }',
    'Use a user name from groups.yaml, or add the agent to a group.',
  ),
  'unknown-recording': error(
    'A recording or music is named that is not in recordings/.',
    'say: { recording: welcom.wav }',
    'Put the file into the folder recordings/, or correct its name.',
  ),
  'recording-format': error(
    'Connect plays WAV files of 8 kHz, one channel and µ-law, under 50 MB and five minutes. MP3 files are converted at deployment.',
    'say: { recording: stereo.wav }',
    'Convert it: ffmpeg -i in.wav -ar 8000 -ac 1 -c:a pcm_mulaw out.wav, or use an MP3 file.',
  ),
  'unknown-login': error(
    'A request takes the token of a block that is no api-login of this IVR (IVR-2).',
    'login: sign-on',
    'Use the id of a block of kind api-login.',
  ),
  'unknown-value': error(
    'A text, request or condition uses a value that no api-request of the IVR saves (IVR-3).',
    'say: Your order is {{ order-stat }}',
    "Use a name from the 'save' of an api-request, or one every call has: caller, called, campaign, record, identity, entered, ticket.",
  ),
  'spoken-template': error(
    'A spoken text may hold values such as {{ order-state }}, but no filters and no tags: Connect puts the values in.',
    'say: "{{ name | upcase }}"',
    'Write the value alone in double braces.',
  ),
  'unknown-skill': error(
    'A campaign requires a skill that no group taking its calls has (INB-8).',
    'skill: germn',
    "Add the skill to the 'skills' of a group that the queue has, or correct its name.",
  ),
  'unknown-language': error(
    'An IVR speaks a language that the centre does not.',
    'language: cs',
    "Add the language to 'languages' in centre.yaml, or use one from there.",
  ),
  'unknown-voice': error(
    'Amazon Polly has no such voice for the language and engine of the IVR.',
    'language: cs\nvoice: { id: Ola }',
    'Choose a voice that is listed, or leave the voice out.',
  ),
  'campaign-without-channel': warning(
    'A campaign has neither the outbound nor the inbound channel: nothing will happen in it.',
    'channels: {}',
    "Add 'outbound' or 'inbound' under 'channels'.",
  ),
  'number-in-two-campaigns': error(
    'Customers dial one number and reach one campaign (INB-1).',
    'two campaigns with numbers: [main]',
    'Keep the number in one campaign, or claim another.',
  ),
  'voicemail-without-mailbox': error(
    'A message is taken, but a campaign using the IVR has no mailbox that sends it (INB-6).',
    'kind: voicemail',
    "Add 'voicemail' with 'to' and 'mailbox' to the inbound channel of the campaign.",
  ),
  'survey-repeats': error(
    'A survey has a question or a key of a question twice (INB-9).',
    'keys: ["1", "2", "2"]',
    'Keep one of the two.',
  ),
  'queue-overflow-loop': error(
    'Callers would go round from queue to queue for ever (PRI-4).',
    'sales: { overflow: help }\nhelp: { overflow: sales }',
    "Delete the 'overflow' of one of the queues.",
  ),
  'priority-steps-fall': error(
    'A call that waits longer would be served later, or no sooner (PRI-5).',
    'steps: [{ after: 2 min, coefficient: 4 }, { after: 1 min, coefficient: 2 }]',
    'Put the steps in order: each later than the one before, with a greater coefficient.',
  ),
  'answer-block': error(
    'An IVR starts at its one block of kind answer (IVR-1).',
    'blocks without one of kind answer',
    'Keep exactly one block of kind answer.',
  ),
  'missing-block': error(
    'A path leads to a block that the IVR does not have (IVR-26).',
    'next: menue',
    'Use the id of a block of this IVR, or add the block.',
  ),
  'unreachable-block': error(
    'Nothing leads to a block (IVR-26).',
    'a block that no other block points to',
    'Let a path lead to the block, or delete it.',
  ),
  'loop-without-way-out': error(
    'Callers would go round for ever: no path leads out of the circle, or nobody need do anything to stay in it (IVR-26).',
    'a: { kind: announcement, say: Hello, next: b }\nb: { kind: jump, to: a }',
    'Let a path lead out, to a queue or to a block that hangs up.',
  ),
  'unused-path': error(
    'A path that can never be taken (IVR-26).',
    'kind: overflow\nmost: 0',
    'Delete the path, or correct what it depends on.',
  ),
  'menu-without-keys': error(
    'A menu offers no key at all (IVR-14).',
    'keys: {}',
    'Add a key, or make it an announcement.',
  ),
  'ask-missing': error(
    'A path or setting belongs to a question that the block does not ask.',
    'kind: authorise\nfield: pesel',
    "Add 'ask', or delete what needs it.",
  ),
  'field-missing': error(
    'A caller keys digits, but nothing says which field of the record they must equal (IVR-5).',
    'kind: authorise\nask: Key in your PESEL',
    "Add 'field', a field that every campaign using the IVR has.",
  ),
  'too-much-after-queue': error(
    'What follows a queue or an extension runs in the flow of those who wait, and that flow would be bigger than Connect takes.',
    'a hundred blocks behind a queue block',
    'Let less follow the queue, e.g. a voicemail or a call back; use fewer queue and extension blocks.',
  ),
  'callback-without-outbound': error(
    'A call back is promised, but the campaign has no outbound channel that would place it (INB-13).',
    'callBack: always',
    "Add 'outbound' under 'channels' of the campaign, or promise no call back.",
  ),
  'handling-differs': error(
    'A group works for campaigns of different handling, which Connect keeps with the agent, not with the call (CAM-3).',
    'handling: manual-web',
    "Give the campaigns the same 'handling', or their queues different groups.",
  ),
  'unused-ivr': warning(
    'No campaign uses the IVR.',
    'ivrs/old.yaml',
    'Name the IVR in the inbound channel of a campaign, or delete the file.',
  ),
  'ivr-test-without-ivr': error(
    'Tests stand beside an IVR that does not exist.',
    'ivrs/recepton.test.yaml without ivrs/recepton.yaml',
    'Name the file after the IVR: ivrs/<id>.test.yaml.',
  ),
  'ivr-test-unknown-name': error(
    'A test of an IVR names a block, campaign, number, queue, field or agent that does not exist.',
    'expect: { path: answer > menue }',
    'Correct the name.',
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

const DIAGNOSTIC_CODES = {
  ...LANGUAGE_CODES,
  ...CHECK_CODES,
  ...IVR_CODES,
  ...SCENARIO_CODES,
};
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;
export type IvrCode = keyof typeof IVR_CODES;

/** A diagnostic of a listed code; the remedy is the code's own unless a better one is at hand. */
export function diagnostic(
  code: DiagnosticCode,
  at: Position,
  message: string,
  remedy: string = DIAGNOSTIC_CODES[code].remedy,
): Diagnostic {
  return { code, severity: DIAGNOSTIC_CODES[code].severity, message, remedy, at };
}
