// One edit for every mistake an author can make, over the centres of a-centre.ts. What is reported
// of each is tested beside its check; here they are combined. The types make sure that no code is
// missing.
import type { DiagnosticCode } from '../../lib/language/diagnostic-codes.ts';
import type { Recording } from '../../lib/language/recording.ts';
import { bigRule } from './a-big-rule.ts';
import { type Edits, wav } from './a-centre.ts';
import { inScript } from './a-script-file.ts';
import { manyAfter } from './an-ivr-file.ts';
import { REPLIES_MISTAKES } from './mistakes-of-replies.ts';

const SPRING = 'campaigns/spring.yaml';
const AGAIN = 'rules/again.yaml';
const AGAIN_TEST = 'rules/again.test.yaml';
const HOTLINE = 'campaigns/hotline.yaml';
const HELP = 'ivrs/help.yaml';
const HELP_TEST = 'ivrs/help.test.yaml';

const CRM = 'url: "https://crm.example.org/hook"';
const hooked = (id: string, webhook: string) =>
  `name: Spring\nwebhooks:\n  ${id}: { ${webhook} }\n`;

/** In the centre that only calls. */
export const MISTAKES = {
  'yaml-syntax': { [AGAIN]: ['compare: ">= 3"', 'compare: >= 3'] },
  'duplicate-key': { [SPRING]: ['    queue: sales', '    queue: sales\n    queue: sales'] },
  encoding: { [SPRING]: ['name: Spring', 'name: Po\uFFFDudnie'] },
  'unknown-file': { 'quues.yaml': '' },
  'missing-file': { 'centre.yaml': undefined },
  'wrong-file-name': { 'campaigns/Spring Recall.yaml': 'name: x' },
  'unknown-key': { [SPRING]: ['    recallHours: office', '    recalHours: office'] },
  'missing-key': { [AGAIN]: ['    unmet: again\n', ''] },
  'wrong-type': { [SPRING]: ['callerIds: [main]', 'callerIds: main'] },
  'wrong-value': { [SPRING]: ['name: Spring', 'name: Spring\ngoal: exaustion'] },
  'wrong-form': { [AGAIN]: ['after: 2 h', 'after: two hours'] },
  'wrong-size': { [SPRING]: ['name: Spring', 'name: Spring\npriority: 500'] },
  'unknown-kind': { [AGAIN]: ['kind: recontact', 'kind: recontct'] },
  'not-offered': {
    [SPRING]: ['channels:\n', 'channels:\n  chat: {}\n'],
  },
  'unknown-hours': {
    [SPRING]: ['recallHours: office', 'recallHours: ofice'],
    'queues.yaml': ['hours: office', 'hours: offices'],
    [AGAIN]: ['hours: office', 'hours: holidays'],
  },
  'unknown-group': { 'queues.yaml': ['groups: [sales]', 'groups: [sales, saless]'] },
  'unknown-queue': { [SPRING]: ['queue: sales', 'queue: sale'] },
  'unknown-number': { [SPRING]: ['callerIds: [main]', 'callerIds: [mian]'] },
  'unknown-mailbox': { [AGAIN]: ['mailbox: hello', 'mailbox: helo'] },
  'unknown-sender': { [AGAIN]: ['from: TEST', 'from: "+48600000001"'] },
  'template-syntax': { [AGAIN]: ['text: Hello {{ name }}', 'text: Hello {{ name }'] },
  'hours-never-open': { 'hours.yaml': ['mon-fri: 09:00-17:00', 'mon-fri: closed'] },
  'agent-in-two-groups': {
    'groups.yaml': 'sales: { agents: [anna] }\nother: { agents: [jan, anna] }',
    'queues.yaml': ['groups: [sales]', 'groups: [sales, other]'],
  },
  'break-name-taken': {
    'centre.yaml': ['country: PL\n', 'country: PL\nbreaks: { rest: { name: available } }\n'],
  },
  'date-pattern': {
    [AGAIN]: ['text: Hello {{ name }}', "text: >-\n      Until {{ name | date: 'DD.MM.YYYY' }}"],
  },
  'centre-without-campaign': { [SPRING]: undefined, [AGAIN]: undefined, [AGAIN_TEST]: undefined },
  'unused-queue': {
    'queues.yaml':
      'sales: { groups: [sales], hours: office }\nold: { groups: [sales], hours: office }',
  },
  'unused-group': { 'groups.yaml': 'sales: { agents: [anna] }\nother: { agents: [jan] }' },
  'campaign-without-channel': { 'campaigns/idle.yaml': 'name: Idle\nchannels: {}' },
  'unknown-rule': { [SPRING]: ['rule: again', 'rule: agian'] },
  'unknown-parameter': {
    [AGAIN]: ['text: Hello {{ name }}', 'text: Hello {{ name }} {{ parameters.hint }}'],
  },
  'unknown-field': { [AGAIN]: ['text: Hello {{ name }}', 'text: Hello {{ nmae }}'] },
  'personal-data-in-address': {
    [SPRING]: [
      'name: Spring\n',
      'name: Spring\nservices:\n  crm: { name: CRM, url: "https://crm.example.org/{{ phone }}" }\n',
    ],
  },
  'unknown-column-field': { [SPRING]: ['fields: { name: Name }', 'fields: { nmae: Name }'] },
  'unknown-address-field': {
    [SPRING]: ['name: Spring\n', 'name: Spring\ncontactHours: { regionField: nmae }\n'],
  },
  'number-needs-papers': {
    'centre.yaml': ['numbers:\n', 'numbers:\n  new: { claim: { country: PL } }\n'],
  },
  'over-quota': {
    'centre.yaml': [
      'numbers:\n',
      'connect: { quotas: { numbers: 1 } }\nnumbers:\n  a: { claim: {country: GB} }\n  b: { claim: {country: GB} }\n',
    ],
  },
  'unknown-country': { 'centre.yaml': ['country: PL', 'country: UK'] },
  'significant-fields': { [SPRING]: ['  plan:\n', '  plan:\n    significant: true\n'] },
  'choice-without-options': {
    [SPRING]: [
      '    type: choice\n    options: [a, b]\n',
      '    type: choice\n  city:\n    options: [a]\n',
    ],
  },
  'alert-without-reader': {
    [SPRING]: ['name: Spring\n', 'name: Spring\nalerts: { poolBelow: 5 }\n'],
  },
  'alert-without-mailbox': {
    'centre.yaml': [
      'country: PL\n',
      'country: PL\nsupervisors: { ewa: { email: ewa@example.org } }\n',
    ],
    [SPRING]: ['name: Spring\n', 'name: Spring\nsupervisors: [ewa]\nalerts: { poolBelow: 5 }\n'],
  },
  'unknown-supervisor': { [SPRING]: ['name: Spring\n', 'name: Spring\nsupervisors: [ewa]\n'] },
  'unknown-event': {
    [SPRING]: ['name: Spring\n', hooked('crm', `${CRM}, events: [call.mised]`)],
  },
  'webhook-target': { [SPRING]: ['name: Spring\n', hooked('crm', 'events: [call.missed]')] },
  'webhook-host': {
    [SPRING]: [
      'name: Spring\n',
      hooked('crm', 'url: "https://localhost/hook", events: [call.missed]'),
    ],
  },
  'webhook-secret': {
    [SPRING]: [
      'name: Spring\n',
      `${hooked('crm', `${CRM}, secret: one, events: [call.missed]`)}  erp: { ${CRM}, secret: one, events: [call.missed] }\n`,
    ],
  },
  'webhook-without-mailbox': {
    [SPRING]: ['name: Spring\n', hooked('desk', 'email: desk@example.org, events: [call.missed]')],
  },
  'email-column-missing': { [SPRING]: ['  email: E-mail\n', ''] },
  'address-without-use': {
    [SPRING]: [
      'name: Spring\n',
      'name: Spring\ncontactHours: { where: campaign, countryField: name }\n',
    ],
  },
  'recontact-period': { [SPRING]: ['after: 1 d, within: 3 d', 'after: 4 d, within: 3 d'] },
  'classifier-contradiction': {
    [SPRING]: ['    name: Later', '    name: Later\n    closes: true'],
  },
  'unhandled-limit': {
    [SPRING]: [
      'name: Spring\nchannels:\n  outbound:\n',
      'name: Spring\nunhandled: { most: 2, until: 2 }\nchannels:\n  outbound:\n    mode: preview\n',
    ],
  },
  'unknown-campaign': { [SPRING]: ['    name: Later', '    name: Later\n    copiesTo: sumer'] },
  'contact-type-not-offered': {
    [SPRING]: ['    name: Later', '    name: Later\n    for: [answered, sms]'],
  },
  'ring-time': { [SPRING]: ['    queue: sales', '    queue: sales\n    ringFor: 61 s'] },
  'pickup-rate': {
    [SPRING]: ['    queue: sales', '    queue: sales\n    mode: predictive\n    pickupRate: 50%'],
  },
  'ratio-abandons': {
    [SPRING]: ['    queue: sales', '    queue: sales\n    mode: ratio\n    pickupRate: 50%'],
  },
  'pacing-settings': {
    [SPRING]: ['    queue: sales', '    queue: sales\n    pacing: { cap: 2% }'],
  },
  'before-call-work': {
    [SPRING]: ['    queue: sales', '    queue: sales\n    beforeCallWork: 20 s'],
  },
  'handling-mode': { [SPRING]: ['name: Spring', 'name: Spring\nhandling: manual-web'] },
  'agent-rung-first': {
    [SPRING]: [
      'name: Spring\nchannels:\n  outbound:\n',
      'name: Spring\nhandling: manual-phone\nchannels:\n  outbound:\n    mode: preview\n',
    ],
  },
  'offer-for': {
    [SPRING]: [
      'name: Spring\nchannels:\n  outbound:\n',
      'name: Spring\nchannels:\n  outbound:\n    mode: preview\n    offerFor: 1 min\n',
    ],
  },
  'hours-never-meet': {
    [SPRING]: [
      'name: Spring\n',
      'name: Spring\ncontactHours: { countries: { PL: { week: { mon-fri: 07:00-08:00 } } } }\n',
    ],
  },
  'missing-tile': { [AGAIN]: ['busy: again', 'busy: agian'] },
  'unreachable-tile': { [AGAIN]: ['  done:\n', '  island:\n    kind: end\n  done:\n'] },
  'incomplete-paths': { [AGAIN]: ['    otherwise: hours', ''], [AGAIN_TEST]: undefined },
  'dead-path': { [AGAIN]: ['compare: ">= 3"', 'compare: ">= 1"'] },
  'loop-without-call': { [AGAIN]: ['    next: close', '    next: message'] },
  'recontact-after-close': {
    [AGAIN]: ['    kind: close-record', '    kind: close-record\n    next: again'],
  },
  'voicemail-not-detected': { [AGAIN]: ['busy: again', 'busy: again\n      voicemail: again'] },
  'redial-at-once': { [AGAIN]: ['after: 2 h', 'after: at once'] },
  'texts-and-calls': {
    [SPRING]: ['channels:\n', 'channels:\n  sms: { queue: sales, from: TEST, text: Hello }\n'],
  },
  'replies-to-name': {
    'campaigns/texts.yaml':
      'name: Texts\nchannels:\n  sms: { queue: sales, from: TEST, text: Hello, receiveReplies: true }',
  },
  ...REPLIES_MISTAKES,
  'text-in-more-parts': {
    [AGAIN]: [
      'text: Hello {{ name }}',
      'text: Nie zastaliśmy Państwa pod telefonem, {{ name }}. Zadzwonimy jeszcze raz jutro.',
    ],
  },
  'unknown-classifier': { [AGAIN]: ['later: again', 'latr: again'] },
  'unknown-attachment': { [AGAIN]: ['attachments: [leaflet.pdf]', 'attachments: [leaflt.pdf]'] },
  'rule-too-big': { [AGAIN]: bigRule(10), [AGAIN_TEST]: undefined },
  'unused-rule': { 'rules/old.yaml': 'name: Old\nstart: done\ntiles: { done: { kind: end } }' },
  'attachments-too-large': {
    [AGAIN]: ['attachments: [leaflet.pdf]', 'attachments: [leaflet.pdf, film.mp4]'],
  },
  'email-without-unsubscribe': {
    [SPRING]: ['name: Spring\n', 'name: Spring\npurpose: marketing\n'],
  },
  'hlr-without-provider': {
    [AGAIN]: [
      '  done:\n    kind: end',
      '  done:\n    kind: hlr-check\n    valid: close\n    invalid: close\n    unknown: close',
    ],
  },
  'scenario-without-rule': {
    'rules/agian.test.yaml': '- { name: x, calls: [busy], expect: [status] }',
  },
  'scenario-lengths': {
    [AGAIN_TEST]: ['calls: [busy]', 'calls: [busy, { status: busy, times: 2 }]'],
  },
  'scenario-unknown-name': {
    [AGAIN_TEST]: [
      'given: { fields: { name: Anna } }\n  calls: [busy]\n  expect: [status > again]',
      'given: { fields: { nmae: Anna } }\n  calls: [{ status: busy, classifier: so }]\n  expect: [status > agian]',
    ],
  },
} as const satisfies Partial<Record<DiagnosticCode, Edits>>;

interface IvrMistake {
  readonly edits: Edits;
  /** Files of recordings/, when the mistake is in one of them. */
  readonly recordings?: Readonly<Record<string, Recording>>;
}

/** In the centre that answers calls as well. */
export const IVR_MISTAKES: Readonly<
  Record<Exclude<DiagnosticCode, keyof typeof MISTAKES>, IvrMistake>
> = {
  'unknown-agent': { edits: { 'centre.yaml': ['"101": anna', '"101": ana'] } },
  'unknown-recording': {
    edits: {
      [HELP]: ['hello.wav', 'hallo.wav'],
      'queues.yaml': ['music.wav', 'musik.wav'],
      [HOTLINE]: [
        '    ivr: help',
        '    ivr: help\n    holdMusic: hold.wav\n    whisper: { agent: { recording: ring.wav } }',
      ],
    },
  },
  'recording-format': {
    edits: { [HOTLINE]: ['    ivr: help', '    ivr: help\n    holdMusic: hold.mp3'] },
    recordings: {
      'hello.wav': wav({ channels: 2, rate: 44_100, encoding: 'PCM' }),
      'music.wav': wav({ seconds: 301 }),
      'hold.mp3': { kind: 'other' },
    },
  },
  'queue-overflow-loop': {
    edits: {
      'queues.yaml': ['  hours: office\nhelp:', '  hours: office\n  overflow: help\nhelp:'],
    },
  },
  'priority-steps-fall': {
    edits: {
      'queues.yaml': [
        '  hours: office\nhelp:',
        '  hours: office\n  steps:\n    - { after: 60 s, coefficient: 4 }\n    - { after: 45 s, coefficient: 6 }\n    - { after: 90 s, coefficient: 5.5 }\nhelp:',
      ],
    },
  },
  'unknown-ivr': { edits: { [HOTLINE]: ['ivr: help', 'ivr: halp'] } },
  'unknown-skill': { edits: { [HOTLINE]: ['skill: english', 'skill: englisch'] } },
  'handling-differs': {
    edits: {
      'ivrs/old.yaml':
        'name: Other\nblocks:\n  pick-up: { kind: answer, next: agents }\n  agents: { kind: queue, queue: help, next: bye }\n  bye: { kind: disconnect }\n',
      'campaigns/other.yaml':
        'name: Other\nhandling: manual-web\nchannels:\n  inbound: { numbers: [main], ivr: old }\n',
    },
  },
  'unhandled-unseen': {
    edits: {
      'centre.yaml': ['country: PL\n', 'country: PL\nconnect: { agentEvents: polled }\n'],
      [HOTLINE]: ['name: Hotline', 'name: Hotline\nunhandled: { most: 2 }'],
    },
  },
  'cap-without-use': {
    edits: {
      [HOTLINE]: [
        'name: Hotline',
        'name: Hotline\ncontactCaps: [{ most: 1, within: 1 d, channels: [sms] }]',
      ],
    },
  },
  'records-not-taken': {
    edits: {
      [SPRING]: ['    name: Later', '    name: Later\n    copiesTo: hotline'],
      [HOTLINE]: ['name: Hotline', 'name: Hotline\ntakesNoRecordsFrom: [spring]'],
    },
  },
  'number-in-two-campaigns': {
    edits: {
      'campaigns/other.yaml':
        'name: Other\nchannels:\n  inbound: { numbers: [main, hotline], ivr: help, voicemail: { to: us@example.org, mailbox: hello } }\n  outbound: {}\nfields: { pesel: {} }',
    },
  },
  'callback-without-outbound': {
    edits: { [HOTLINE]: ['  outbound: {}\n', '    callBack: always\n'] },
  },
  'survey-repeats': { edits: { [HOTLINE]: ['keys: ["1", "2"]', 'keys: ["1", "2", "1"]'] } },
  'answer-block': {
    edits: {
      [HELP]: [
        '  hello:\n    kind: announcement\n    say: { recording: hello.wav }',
        '  hello:\n    kind: answer',
      ],
    },
  },
  'missing-block': { edits: { [HELP]: ['"2": colleague', '"2": collegue'] } },
  'unreachable-block': {
    edits: { [HELP]: ['  goodbye:\n', '  island:\n    kind: jump\n    to: menu\n  goodbye:\n'] },
  },
  'loop-without-way-out': {
    edits: {
      [HELP]: [
        '  goodbye:\n    kind: disconnect',
        '  goodbye:\n    kind: jump\n    to: farewell\n  farewell:\n    kind: announcement\n    say: Bye.\n    next: goodbye',
      ],
    },
  },
  'unused-path': { edits: { [HELP]: ['most: 2', 'most: 0'] } },
  'menu-without-keys': {
    edits: {
      'ivrs/other.yaml':
        'name: Other\nblocks:\n  pick-up: { kind: answer, next: choose }\n  choose:\n    kind: menu\n    say: Press a key.\n    keys: {}\n    wrong: bye\n    none: bye\n  bye: { kind: disconnect }\n',
      'campaigns/other.yaml':
        'name: Other\nchannels:\n  inbound: { numbers: [main], ivr: other }\n',
    },
  },
  'ask-missing': { edits: { [HELP]: ['    ask: Key in your PESEL.\n', ''] } },
  'field-missing': { edits: { [HELP]: ['    field: pesel\n', ''] } },
  'unknown-login': { edits: { [HELP]: ['    login: login', '    login: logn'] } },
  'unknown-value': {
    edits: { [HELP]: ['    save: { order-state: state }', '    save: { order: state }'] },
  },
  'spoken-template': { edits: { [HELP]: ['{{ order-state }}', '{{ order-state | upcase }}'] } },
  'unknown-language': { edits: { [HELP]: ['name: Help', 'name: Help\nlanguage: cs'] } },
  'unknown-voice': { edits: { [HELP]: ['name: Help', 'name: Help\nvoice: { id: Jitka }'] } },
  'voicemail-without-mailbox': {
    edits: { [HOTLINE]: ['    voicemail: { to: us@example.org, mailbox: hello }\n', ''] },
  },
  'too-much-after-queue': { edits: { [HELP]: manyAfter(300) } },
  'unused-ivr': {
    edits: {
      'ivrs/old.yaml':
        'name: Other\nblocks:\n  pick-up: { kind: answer, next: choose }\n  choose:\n    kind: menu\n    say: Press a key.\n    keys: { "1": bye }\n    wrong: bye\n    none: bye\n  bye: { kind: disconnect }\n',
    },
  },
  'campaign-named-directory': {
    edits: {
      'directory.yaml': 'fields: { city: {} }\n',
      'campaigns/directory.yaml': 'name: D\nchannels:\n  outbound: {}\n',
    },
  },
  'hlr-settings': {
    edits: {
      'centre.yaml': [
        'name: Test',
        'hlr: { request: { url: "https://hlr.example.org/{{ phone }}" }, answer: a, valid: [x], invalid: [y] }\nname: Test',
      ],
    },
  },
  'unknown-script': { edits: { [HOTLINE]: ['    ivr: help', '    ivr: help\n    script: tlk'] } },
  'script-missing-page': { edits: inScript('next: bye', 'next: by') },
  'script-unreachable-page': { edits: inScript('  bye: {}', '  bye: {}\n  thanks: {}') },
  'script-loop': { edits: inScript('  bye: {}', '  bye: { next: hello }') },
  'script-question-twice': {
    edits: inScript('  bye: {}', '  bye: { questions: { words: { kind: text, label: Why } } }'),
  },
  'script-unknown-answer': { edits: inScript('is: price', 'is: prise') },
  'unused-script': { edits: { 'scripts/old.yaml': 'name: Old\nstart: a\npages: { a: {} }\n' } },
  'ivr-test-without-ivr': {
    edits: { 'ivrs/halp.test.yaml': '- { name: x, expect: { path: pick-up } }' },
  },
  'ivr-test-unknown-name': { edits: { [HELP_TEST]: ['hours > message', 'hour > message'] } },
};
