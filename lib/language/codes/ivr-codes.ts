// What can be wrong with an IVR.
import { type CodeEntry, error, warning } from './code-entry.ts';

export const IVR_CODES = {
  'answer-block': error(
    'An IVR starts at its one block of kind answer.',
    'blocks without one of kind answer',
    'Keep exactly one block of kind answer.',
  ),
  'missing-block': error(
    'A path leads to a block that the IVR does not have.',
    'next: menue',
    'Use the id of a block of this IVR, or add the block.',
  ),
  'unreachable-block': error(
    'No path leads to a block.',
    'a block that no other block leads to',
    'Let a path lead to the block, or delete it.',
  ),
  'loop-without-way-out': error(
    'Callers would stay in a loop forever: no path leads out of it, or nobody has to do anything to stay in it.',
    'a: { kind: announcement, say: Hello, next: b }\nb: { kind: jump, to: a }',
    'Let a path lead out, to a queue or to a block that hangs up.',
  ),
  'unused-path': error(
    'A path can never be taken.',
    'kind: overflow\nmost: 0',
    'Delete the path, or correct what it depends on.',
  ),
  'menu-without-keys': error(
    'A menu offers no key at all.',
    'keys: {}',
    'Add a key, or make it an announcement.',
  ),
  'ask-missing': error(
    'A path or setting belongs to a question that the block does not ask.',
    'kind: authorise\nfield: pesel',
    "Add 'ask', or delete what needs it.",
  ),
  'field-missing': error(
    'A caller keys in digits, but no field of the record is named to compare them with.',
    'kind: authorise\nask: Key in your PESEL',
    "Add 'field', a field that every campaign using the IVR has.",
  ),
  'unknown-login': error(
    'A request uses the token of a block that is not an api-login of this IVR.',
    'login: sign-on',
    'Use the id of a block of kind api-login.',
  ),
  'unknown-value': error(
    'A text, request or condition uses a value that no api-request saves before it.',
    'say: Your order is {{ order-stat }}',
    "Use a name from the 'save' of an api-request, or one that every call has: caller, called, campaign, record, identity, entered, ticket.",
  ),
  'spoken-template': error(
    'A spoken text may contain values such as {{ order-state }}, but no filters and no tags: Connect fills in the values itself.',
    'say: "{{ name | upcase }}"',
    'Write the value alone in double braces.',
  ),
  'unknown-language': error(
    'An IVR speaks a language that is not one of the centre.',
    'language: cs',
    "Add the language to 'languages' in centre.yaml, or use one from there.",
  ),
  'unknown-voice': error(
    'Amazon Polly has no such voice for the language and engine of the IVR.',
    'language: cs\nvoice: { id: Ola }',
    'Choose one of the voices listed, or leave the voice out.',
  ),
  'voicemail-without-mailbox': error(
    'A message is recorded, but a campaign using the IVR has no mailbox to send it from.',
    'kind: voicemail',
    "Add 'voicemail' with 'to' and 'mailbox' to the inbound channel of the campaign.",
  ),
  'too-much-after-queue': error(
    'What follows a queue or an extension runs in the flow of those who wait, and that flow would be larger than Connect allows.',
    'a hundred blocks behind a queue block',
    'Let less follow the queue, such as a voicemail or a callback; use fewer queue and extension blocks.',
  ),
  'unused-ivr': warning(
    'No campaign uses the IVR.',
    'ivrs/old.yaml',
    'Name the IVR in the inbound channel of a campaign, or delete the file.',
  ),
} as const satisfies Record<string, CodeEntry>;
