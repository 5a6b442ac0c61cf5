// A small contact centre in files, right in every way; tests change a line of it.
import { checkDefinitions, checkParts } from '../../lib/compiler/check.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import type { Diagnostic } from '../../lib/language/diagnostic.ts';
import { type Loaded, loadDefinitions } from '../../lib/language/load.ts';

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
  given: { fields: { name: Anna }, classifier: later }
  calls: [busy]
  expect: [status > again]
`,
} as const;

const ATTACHMENTS = ['leaflet.pdf'];

/** Of a file a text and what stands there instead; of a new file its whole text; undefined deletes it. */
export type Edits = Readonly<
  Record<string, readonly [was: string, is: string] | string | undefined>
>;

/** The files with the edits made; an edit that finds nothing to change is a mistake of the test. */
function centreFiles(edits: Edits = {}): { path: string; text: string }[] {
  const files = new Map<string, string>(Object.entries(CENTRE_FILES));
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

export const loadCentre = (edits: Edits = {}): Loaded => loadDefinitions(centreFiles(edits));

/** The definitions of files that are in order. */
export function centreDefinitions(edits: Edits = {}): Definitions {
  const { definitions, diagnostics } = loadCentre(edits);
  if (!definitions) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return definitions;
}

/** Everything the loader and the checks find. */
export function diagnose(edits: Edits = {}): readonly Diagnostic[] {
  const { definitions, parts, diagnostics, places, scenarios } = loadCentre(edits);
  if (!definitions) return [...diagnostics, ...checkParts({ definitions: parts, places })];
  const facts = { definitions, places, scenarios, attachments: ATTACHMENTS };
  return [...diagnostics, ...checkDefinitions(facts)];
}

/** "rules/again.yaml:5:3" */
export const placeOf = ({ at }: Diagnostic): string => `${at.file}:${at.line}:${at.column}`;
