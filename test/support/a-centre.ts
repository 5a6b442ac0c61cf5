// A small contact centre in files, right in every way; tests change a line of it.
import { checkLoaded } from '../../lib/compiler/check.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import type { Diagnostic } from '../../lib/language/diagnostic.ts';
import { type Loaded, loadDefinitions } from '../../lib/language/load.ts';
import type { Recording } from '../../lib/language/recording.ts';

type FileTexts = Readonly<Record<string, string>>;

export const CENTRE_FILES = {
  'centre.yaml': `name: Test
timeZone: Europe/Warsaw
languages: [pl]
country: PL
numbers:
  main: { number: "+48221000000" }
sms:
  numbers: ["+48600000000"]
  names: [TEST]
mailboxes:
  hello: { address: hello@example.org }
`,
  'hours.yaml': `office:
  week: { mon-fri: 09:00-17:00 }
`,
  'groups.yaml': `sales:
  agents: [anna, jan]
`,
  'queues.yaml': `sales:
  groups: [sales]
  hours: office
`,
  'campaigns/spring.yaml': `name: Spring
channels:
  outbound:
    queue: sales
    callerIds: [main]
    rule: again
    recallHours: office
fields:
  name:
    significant: true
  plan:
    type: choice
    options: [a, b]
classifiers:
  sold:
    name: Sold
    success: true
    closes: true
  later:
    name: Later
    recontact: { after: 1 d, within: 3 d }
columns:
  phone: Phone
  email: E-mail
  fields: { name: Name }
`,
  'rules/again.yaml': `name: Again
start: status
tiles:
  status:
    kind: call-status
    paths:
      not-answered: count
      busy: again
    otherwise: hours
  count:
    kind: passes
    compare: ">= 3"
    met: message
    unmet: again
  again:
    kind: recontact
    after: 2 h
  message:
    kind: send-sms
    from: TEST
    text: Hello {{ name }}
    next: letter
  letter:
    kind: send-email
    mailbox: hello
    subject: Hello
    text: Dear {{ name }}
    attachments: [leaflet.pdf]
    next: close
  close:
    kind: close-record
  hours:
    kind: availability
    hours: office
    open: result
    closed: done
  result:
    kind: result
    paths: { later: again, none: done }
    otherwise: done
  done:
    kind: end
`,
  'rules/again.test.yaml': `- name: busy is called again
  given: { fields: { name: Anna } }
  calls: [busy]
  expect: [status > again]
`,
} as const;

/** What makes the same centre answer calls as well. */
export const IVR_FILES: FileTexts = {
  ...CENTRE_FILES,
  'centre.yaml': `name: Test
timeZone: Europe/Warsaw
languages: [pl]
country: PL
numbers:
  main: { number: "+48221000000" }
  hotline: { number: "+48222000000" }
sms:
  numbers: ["+48600000000"]
  names: [TEST]
extensions:
  "101": anna
mailboxes:
  hello: { address: hello@example.org }
`,
  'queues.yaml': `sales:
  groups: [sales]
  hours: office
help:
  groups: [help]
  hours: office
  music: music.wav
  overflow: sales
`,
  'groups.yaml': `sales:
  agents: [anna, jan]
  skills: [english]
help:
  agents: [ewa]
  skills: [english]
`,
  'campaigns/hotline.yaml': `name: Hotline
channels:
  inbound:
    numbers: [hotline]
    ivr: help
    skill: english
    voicemail: { to: us@example.org, mailbox: hello }
    survey:
      questions:
        - { id: happy, say: How was it?, keys: ["1", "2"] }
        - { id: again, say: Call again? }
  outbound: {}
fields:
  pesel: { type: pesel }
`,
  'ivrs/help.yaml': `name: Help
blocks:
  pick-up:
    kind: answer
    next: hello
  hello:
    kind: announcement
    say: { recording: hello.wav }
    next: login
  login:
    kind: api-login
    request: { url: "https://api.example.org/login", secret: { name: api } }
    token: token
    next: order
    failed: hours
  order:
    kind: api-request
    login: login
    request: { url: "https://api.example.org/orders?phone={{ caller }}" }
    save: { order-state: state }
    next: state
    failed: hours
  state:
    kind: api-condition
    value: order-state
    paths: { shipped: tell }
    otherwise: hours
  tell:
    kind: announcement
    say: Your order is {{ order-state }}.
    next: hours
  hours:
    kind: availability
    hours: office
    open: menu
    closed: message
  menu:
    kind: menu
    say: Press a key.
    keys: { "1": who, "2": colleague, "3": rush, "4": by-number }
    wrong: menu
    none: agents
  who:
    kind: authorise
    ask: Key in your PESEL.
    field: pesel
    success: agents
    failure: again
  again:
    kind: callback
    ask: Press 1.
    next: goodbye
    declined: agents
  colleague:
    kind: extension
    ask: Key in the extension.
    none: menu
    wrong: menu
  rush:
    kind: overflow
    most: 2
    within: agents
    over: outside
  outside:
    kind: dial
    number: "+48223000000"
    callerId: hotline
    next: goodbye
    failed: message
  by-number:
    kind: route-by-destination
    paths: { hotline: vip }
    otherwise: agents
  vip:
    kind: condition
    value: identity
    to: one
    met: agents
    unmet: message
  agents:
    kind: queue
    queue: help
    next: message
  message:
    kind: voicemail
    next: goodbye
  goodbye:
    kind: disconnect
`,
  'ivrs/help.test.yaml': `- name: nobody is there
  given: { records: [{ phone: "+48500000000", fields: { pesel: "1" } }] }
  call: { at: 2026-12-24T20:00, to: hotline }
  does: [leaves a message of 10 s]
  expect: { path: pick-up > hello > login > hours > message, ends: voicemail }
`,
};

const ATTACHMENTS = ['leaflet.pdf', 'film.mp4'];
const attachmentSizes = { 'leaflet.pdf': 40_000, 'film.mp4': 9_990_000 };
const RECORDINGS = { 'hello.wav': wav(), 'music.wav': wav() };

/** A second of a recording as Connect takes it. */
export function wav(change: Partial<Extract<Recording, { kind: 'wav' }>> = {}): Recording {
  const right = { encoding: 'µ-law', channels: 1, rate: 8000, seconds: 1, bytes: 8044 } as const;
  return { kind: 'wav', ...right, ...change };
}

/**
 * Of a file a text and what stands there instead; of a new file its whole text; undefined deletes
 * it.
 */
export type Edits = Readonly<
  Record<string, readonly [was: string, is: string] | string | undefined>
>;

/** The files with the edits made; an edit that finds nothing to change is a mistake of the test. */
function centreFiles(edits: Edits, base: FileTexts): { path: string; text: string }[] {
  const files = new Map<string, string>(Object.entries(base));
  for (const [path, edit] of Object.entries(edits)) {
    const text = files.get(path);
    if (edit === undefined) files.delete(path);
    else if (typeof edit === 'string') files.set(path, edit);
    else {
      if (!text?.includes(edit[0])) throw new Error(`${path} does not hold '${edit[0]}'`);
      files.set(path, text.replace(edit[0], edit[1]));
    }
  }
  return [...files].map(([path, text]) => ({ path, text }));
}

export const loadCentre = (edits: Edits = {}, base: FileTexts = CENTRE_FILES): Loaded =>
  loadDefinitions(centreFiles(edits, base));

/** The definitions of files that are in order. */
export function centreDefinitions(edits: Edits = {}, base: FileTexts = CENTRE_FILES): Definitions {
  const { definitions, diagnostics } = loadCentre(edits, base);
  if (!definitions) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return definitions;
}

/** Everything the loader and the checks find. */
export function diagnose(
  edits: Edits = {},
  base: FileTexts = CENTRE_FILES,
  recordings: Readonly<Record<string, Recording>> = RECORDINGS,
): readonly Diagnostic[] {
  return checkLoaded(loadCentre(edits, base), {
    attachments: ATTACHMENTS,
    attachmentSizes,
    recordings,
  });
}

/** "rules/again.yaml:5:3" */
export const placeOf = ({ at }: Diagnostic): string => `${at.file}:${at.line}:${at.column}`;

/** What is found, each as "rules/again.yaml:5:3 missing-tile: …". */
export const found = (...args: Parameters<typeof diagnose>): readonly string[] =>
  diagnose(...args).map((one) => `${placeOf(one)} ${one.code}: ${one.message}`);
