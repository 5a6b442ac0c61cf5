// Every mistake an author can make, made once: the edit that makes it, what is told of it, and an edit near it that
// is right. The type sees to it that no code is without one.
import type { DiagnosticCode, IvrCode } from '../../lib/language/diagnostic-codes.ts';
import type { Edits } from './a-centre.ts';
import { CONTACT_MISTAKES } from './contact-mistakes.ts';
import { HANDLING_MISTAKES } from './handling-mistakes.ts';

export interface Mistake {
  readonly wrong: Edits;
  /** Place and message of all that is found, in order. */
  readonly told: readonly string[];
  readonly right: Edits;
}

const CAMPAIGN = 'campaigns/spring.yaml';
const RULE = 'rules/again.yaml';
const TEST = 'rules/again.test.yaml';

export const MISTAKES: Readonly<Record<Exclude<DiagnosticCode, IvrCode>, Mistake>> = {
  'yaml-syntax': {
    wrong: { [RULE]: ['compare: ">= 3"', 'compare: >= 3'] },
    told: [`${RULE}:12:15 not valid YAML: Block scalar header includes extra characters: >=`],
    right: { [RULE]: ['compare: ">= 3"', 'compare: "> 2"'] },
  },
  'duplicate-key': {
    wrong: { [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    queue: sales'] },
    told: [`${CAMPAIGN}:5:5 'queue' stands here a second time`],
    right: {},
  },
  encoding: {
    wrong: { [CAMPAIGN]: ['name: Spring', 'name: Po\uFFFDudnie'] },
    told: [`${CAMPAIGN}:1:9 a letter that is not in UTF-8`],
    right: { [CAMPAIGN]: ['name: Spring', 'name: Południe'] },
  },
  'unknown-file': {
    wrong: { 'quues.yaml': '' },
    told: ['quues.yaml:1:1 no file of a contact centre'],
    right: { 'attachments/note.yaml': 'anything', 'README.md': '', 'contacts.csv': '' },
  },
  'missing-file': {
    wrong: { 'centre.yaml': undefined },
    told: ['centre.yaml:1:1 there is no centre.yaml'],
    right: {},
  },
  'wrong-file-name': {
    wrong: { 'campaigns/Spring Recall.yaml': 'name: x' },
    told: ['campaigns/Spring Recall.yaml:1:1 the file name is no id'],
    right: { 'campaigns/spring-recall.yaml': 'name: x\nchannels: { outbound: {} }' },
  },
  'unknown-key': {
    wrong: { [CAMPAIGN]: ['    recallHours: office', '    recalHours: office'] },
    told: [`${CAMPAIGN}:7:5 'recalHours' has no meaning here`],
    right: {},
  },
  'missing-key': {
    wrong: { [RULE]: ['    unmet: again\n', ''] },
    told: [`${RULE}:10:3 'unmet' is missing`],
    right: {},
  },
  'wrong-type': {
    wrong: { [CAMPAIGN]: ['callerIds: [main]', 'callerIds: main'] },
    told: [`${CAMPAIGN}:5:16 expected a list, found 'main'`],
    right: {},
  },
  'wrong-value': {
    wrong: { [CAMPAIGN]: ['name: Spring', 'name: Spring\ngoal: exaustion'] },
    told: [`${CAMPAIGN}:2:7 expected 'exhaustion' or 'none', found 'exaustion'`],
    right: { [CAMPAIGN]: ['name: Spring', 'name: Spring\ngoal: exhaustion'] },
  },
  'wrong-form': {
    wrong: { [RULE]: ['after: 2 h', 'after: two hours'] },
    told: [`${RULE}:17:12 expected "at once" or a duration such as "2 h", found 'two hours'`],
    right: { [RULE]: ['after: 2 h', 'after: at once'] },
  },
  'wrong-size': {
    wrong: { [CAMPAIGN]: ['name: Spring', 'name: Spring\npriority: 500'] },
    told: [`${CAMPAIGN}:2:11 must be at most 100`],
    right: { [CAMPAIGN]: ['name: Spring', 'name: Spring\npriority: 100'] },
  },
  'unknown-kind': {
    wrong: { [RULE]: ['kind: recontact', 'kind: recontct'] },
    told: [`${RULE}:16:11 there is no kind 'recontct'`],
    right: {},
  },
  'not-offered': {
    wrong: {
      [CAMPAIGN]: ['channels:\n', 'channels:\n  chat: {}\n'],
      [RULE]: ['kind: end', 'kind: hlr-check'],
    },
    told: [
      `${CAMPAIGN}:3:3 the channel chat is not offered yet (CAM-1)`,
      `${RULE}:42:11 an HLR check needs a provider of number look-ups, and none can be set up yet (CBR-10)`,
    ],
    right: {},
  },

  'unknown-queue': {
    wrong: { [CAMPAIGN]: ['queue: sales', 'queue: sale'] },
    told: [
      `${CAMPAIGN}:4:12 there is no queue 'sale'`,
      "queues.yaml:1:1 no campaign and no IVR uses the queue 'sales'",
    ],
    right: {
      [CAMPAIGN]: ['queue: sales', 'queue: other'],
      'queues.yaml': 'other: { groups: [sales], hours: office }',
    },
  },
  'unknown-hours': {
    wrong: {
      [CAMPAIGN]: ['recallHours: office', 'recallHours: ofice'],
      'queues.yaml': ['hours: office', 'hours: offices'],
      [RULE]: ['hours: office', 'hours: holidays'],
    },
    told: [
      `${CAMPAIGN}:7:18 there are no hours 'ofice'`,
      "queues.yaml:3:10 there are no hours 'offices'",
      `${RULE}:34:12 there are no hours 'holidays'`,
    ],
    right: {
      [RULE]: ['hours: office', 'hours: holidays'],
      'hours.yaml': 'office: &o\n  week: { mon: 09:00-10:00 }\nholidays: *o',
    },
  },
  'unknown-group': {
    wrong: { 'queues.yaml': ['groups: [sales]', 'groups: [sales, saless]'] },
    told: ["queues.yaml:2:19 there is no group 'saless'"],
    right: { 'queues.yaml': ['groups: [sales]', 'groups: [sales, sales]'] },
  },
  'unknown-rule': {
    wrong: { [CAMPAIGN]: ['rule: again', 'rule: agian'] },
    told: [`${CAMPAIGN}:6:11 there is no callback rule 'agian'`],
    right: { [CAMPAIGN]: ['    rule: again\n', ''] },
  },
  'unknown-number': {
    wrong: { [CAMPAIGN]: ['callerIds: [main]', 'callerIds: [mian]'] },
    told: [`${CAMPAIGN}:5:17 there is no own number 'mian'`],
    right: { [CAMPAIGN]: ['callerIds: [main]', 'callerIds: []'] },
  },
  'unknown-mailbox': {
    wrong: { [RULE]: ['mailbox: hello', 'mailbox: helo'] },
    told: [`${RULE}:25:14 tile 'letter' sends from 'helo', but there is no such mailbox`],
    right: {},
  },
  'unknown-sender': {
    wrong: { [RULE]: ['from: TEST', 'from: "+48600000001"'] },
    told: [`${RULE}:20:11 tile 'message' sends from '+48600000001', but there is no such sender`],
    right: { [RULE]: ['from: TEST', 'from: "+48600000000"'] },
  },
  'unknown-classifier': {
    wrong: { [RULE]: ['later: again', 'latr: again'] },
    told: [
      `${RULE}:39:14 tile 'result' asks for 'latr', a classifier that campaign 'spring' does not have`,
    ],
    right: { [RULE]: ['later: again', 'sold: again'] },
  },
  'unknown-field': {
    wrong: { [RULE]: ['text: Hello {{ name }}', 'text: Hello {{ nmae }}'] },
    told: [
      `${RULE}:21:5 tile 'message' writes {{ nmae }}, but campaign 'spring' has no field 'nmae'`,
    ],
    right: { [RULE]: ['text: Hello {{ name }}', 'text: Hello {{ plan | upcase }}'] },
  },
  'unknown-column-field': {
    wrong: { [CAMPAIGN]: ['fields: { name: Name }', 'fields: { nmae: Name }'] },
    told: [`${CAMPAIGN}:25:13 a column is meant for 'nmae', but the campaign has no such field`],
    right: { [CAMPAIGN]: ['fields: { name: Name }', 'fields: { plan: Name }'] },
  },
  'unknown-attachment': {
    wrong: { [RULE]: ['attachments: [leaflet.pdf]', 'attachments: [leaflt.pdf]'] },
    told: [`${RULE}:28:19 tile 'letter' attaches 'leaflt.pdf', which is not in attachments/`],
    right: { [RULE]: ['attachments: [leaflet.pdf]', 'attachments: []'] },
  },
  'template-syntax': {
    wrong: { [RULE]: ['text: Hello {{ name }}', 'text: Hello {{ name }'] },
    told: [
      `${RULE}:21:5 the text of tile 'message' is no valid template: output "{{ name }" not closed`,
    ],
    right: { [RULE]: ['text: Hello {{ name }}', 'text: Hello {name}'] },
  },
  'significant-fields': {
    wrong: { [CAMPAIGN]: ['  plan:\n', '  plan:\n    significant: true\n'] },
    told: [`${CAMPAIGN}:12:5 'name' is the significant field already`],
    right: { [CAMPAIGN]: ['    significant: true\n', '    required: true\n'] },
  },
  'choice-without-options': {
    wrong: {
      [CAMPAIGN]: [
        '    type: choice\n    options: [a, b]\n',
        '    type: choice\n  city:\n    options: [a]\n',
      ],
    },
    told: [
      `${CAMPAIGN}:11:3 the choice 'plan' has no options`,
      `${CAMPAIGN}:14:5 'city' has options, but its type is 'none'`,
    ],
    right: {},
  },
  'ring-time': {
    wrong: { [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    ringFor: 61 s'] },
    told: [`${CAMPAIGN}:5:14 calls cannot ring for 61 s`],
    right: { [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    ringFor: 1 min'] },
  },
  'pickup-rate': {
    wrong: {
      [CAMPAIGN]: [
        '    queue: sales',
        '    queue: sales\n    mode: predictive\n    pickupRate: 50%',
      ],
    },
    told: [`${CAMPAIGN}:6:5 a pickup rate has no meaning in mode 'predictive'`],
    right: { [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    mode: predictive'] },
  },
  'ratio-abandons': {
    wrong: {
      [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    mode: ratio\n    pickupRate: 50%'],
    },
    told: [
      `${CAMPAIGN}:5:11 a fixed ratio keeps no cap: with 2 agents, 35.2 % of answered calls were abandoned when 30 % answered as expected, and 44.9 % when 20 % had been expected`,
    ],
    right: { [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    mode: predictive'] },
  },
  'pacing-settings': {
    wrong: { [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    pacing: { cap: 2% }'] },
    told: [`${CAMPAIGN}:5:5 no cap is kept in mode 'progressive'`],
    right: {
      [CAMPAIGN]: [
        '    queue: sales',
        '    queue: sales\n    mode: predictive\n    pacing: { cap: 2%, window: thirty-days }',
      ],
    },
  },
  'recontact-period': {
    wrong: { [CAMPAIGN]: ['after: 1 d, within: 3 d', 'after: 4 d, within: 3 d'] },
    told: [`${CAMPAIGN}:21:25 'later' recalls later than it allows`],
    right: { [CAMPAIGN]: ['after: 1 d, within: 3 d', 'after: 3 d, within: 3 d'] },
  },
  'classifier-contradiction': {
    wrong: { [CAMPAIGN]: ['    name: Later', '    name: Later\n    closes: true'] },
    told: [`${CAMPAIGN}:22:5 'later' closes the record and schedules a call`],
    right: { [CAMPAIGN]: ['    name: Later', '    name: Later\n    closes: false'] },
  },
  'hours-never-open': {
    wrong: { 'hours.yaml': ['mon-fri: 09:00-17:00', 'mon-fri: closed'] },
    told: ["hours.yaml:2:3 'office' is closed all week"],
    right: { 'hours.yaml': ['mon-fri: 09:00-17:00', 'mon-fri: closed, sat: 10:00-24:00'] },
  },
  ...CONTACT_MISTAKES,
  ...HANDLING_MISTAKES,
  'email-column-missing': {
    wrong: { [CAMPAIGN]: ['  email: E-mail\n', ''] },
    told: [`${CAMPAIGN}:22:1 rule 'again' sends e-mails, but no column holds e-mail addresses`],
    right: { [CAMPAIGN]: ['  email: E-mail\n', '  email: [E-mail, Second]\n'] },
  },
  'missing-tile': {
    wrong: { [RULE]: ['busy: again', 'busy: agian'] },
    told: [`${RULE}:8:13 tile 'status' leads to 'agian' (busy), but there is no such tile`],
    right: { [RULE]: ['busy: again', 'busy: close'], [TEST]: undefined },
  },
  'incomplete-paths': {
    wrong: {
      [RULE]: ['    otherwise: hours', ''],
      [TEST]: undefined,
    },
    told: [
      `${RULE}:6:5 tile 'status' has no path for 'answered', 'error', 'abandoned' or 'voicemail'`,
      `${RULE}:32:3 nothing leads to tile 'hours'`,
      `${RULE}:37:3 nothing leads to tile 'result'`,
      `${RULE}:41:3 nothing leads to tile 'done'`,
    ],
    right: {},
  },
  'dead-path': {
    wrong: { [RULE]: ['compare: ">= 3"', 'compare: ">= 1"'] },
    told: [`${RULE}:12:14 'unmet' of tile 'count' is never taken: the number is 1 or more`],
    right: { [RULE]: ['compare: ">= 3"', 'compare: "> 1"'] },
  },
  'unreachable-tile': {
    wrong: { [RULE]: ['  done:\n', '  island:\n    kind: end\n  done:\n'] },
    told: [`${RULE}:41:3 nothing leads to tile 'island'`],
    right: { [RULE]: ['none: done', 'none: close'] },
  },
  'loop-without-call': {
    wrong: { [RULE]: ['    next: close', '    next: message'] },
    told: [
      `${RULE}:18:3 tiles go round without a call in between: 'message' → 'letter' → 'message'`,
      `${RULE}:30:3 nothing leads to tile 'close'`,
    ],
    right: { [RULE]: ['    after: 2 h', '    after: 2 h\n    next: status'] },
  },
  'recontact-after-close': {
    wrong: { [RULE]: ['    kind: close-record', '    kind: close-record\n    next: again'] },
    told: [`${RULE}:30:3 tile 'close' closes the record, and 'again' behind it calls again`],
    right: { [RULE]: ['    kind: close-record', '    kind: close-record\n    next: done'] },
  },
  'unused-queue': {
    wrong: {
      'queues.yaml':
        'sales: { groups: [sales], hours: office }\nold: { groups: [sales], hours: office }',
    },
    told: ["queues.yaml:2:1 no campaign and no IVR uses the queue 'old'"],
    right: {
      [CAMPAIGN]: ['queue: sales', 'queue: old'],
      'queues.yaml': 'old: { groups: [sales], hours: office }',
    },
  },
  'unused-group': {
    wrong: { 'groups.yaml': 'sales: { agents: [anna] }\nother: { agents: [jan] }' },
    told: ["groups.yaml:2:1 no queue has the group 'other'"],
    right: {
      'groups.yaml': 'sales: { agents: [anna] }\nother: { agents: [jan] }',
      'queues.yaml': ['groups: [sales]', 'groups: [other, sales]'],
    },
  },
  'unused-rule': {
    wrong: { 'rules/old.yaml': 'name: Old\nstart: done\ntiles: { done: { kind: end } }' },
    told: ["rules/old.yaml:1:1 no campaign uses 'old'"],
    right: {
      'rules/old.yaml': 'name: Old\nstart: done\ntiles: { done: { kind: end } }',
      'rules/old.test.yaml': '- { name: ends, calls: [busy], expect: [done] }',
    },
  },
  'agent-in-two-groups': {
    wrong: {
      'groups.yaml': 'sales: { agents: [anna] }\nother: { agents: [jan, anna] }',
      'queues.yaml': ['groups: [sales]', 'groups: [sales, other]'],
    },
    told: ["groups.yaml:2:24 'anna' stands in group 'sales' already"],
    right: {
      'groups.yaml': 'sales: { agents: [anna] }\nother: { agents: [jan] }',
      'queues.yaml': ['groups: [sales]', 'groups: [sales, other]'],
    },
  },
  'rule-too-big': {
    wrong: { [RULE]: bigRule(10), [TEST]: undefined },
    told: [`${RULE}:3:1 the tiles hold 197 KiB; 192 KiB are possible`],
    right: { [RULE]: bigRule(9), [TEST]: undefined },
  },

  'scenario-without-rule': {
    wrong: { 'rules/agian.test.yaml': '- { name: x, calls: [busy], expect: [status] }' },
    told: ["rules/agian.test.yaml:1:1 there is no rule 'agian'"],
    right: {},
  },
  'scenario-lengths': {
    wrong: { [TEST]: ['calls: [busy]', 'calls: [busy, { status: busy, times: 2 }]'] },
    told: [`${TEST}:4:3 'busy is called again' has 3 calls, but 1 expectations`],
    right: {
      [TEST]: '- { name: x, calls: [{ status: busy, times: 2 }], expect: [status, status] }',
    },
  },
  'scenario-unknown-name': {
    wrong: {
      [TEST]: [
        'given: { fields: { name: Anna }, classifier: later }\n  calls: [busy]\n  expect: [status > again]',
        'given: { fields: { nmae: Anna }, classifier: latr }\n  calls: [{ status: busy, classifier: so }]\n  expect: [status > agian]',
      ],
    },
    told: [
      `${TEST}:2:22 campaign 'spring' has no field 'nmae'`,
      `${TEST}:2:36 campaign 'spring' has no classifier 'latr'`,
      `${TEST}:3:27 campaign 'spring' has no classifier 'so'`,
      `${TEST}:4:12 rule 'again' has no tile 'agian'`,
    ],
    right: { [TEST]: ['classifier: later', 'campaign: spring'] },
  },
};

/** A chain of long letters: each of 20,000 characters. */
function bigRule(letters: number): string {
  const tiles = Array.from(
    { length: letters },
    (_, i) =>
      `  letter-${i}: { kind: send-email, mailbox: hello, subject: x, text: ${'x'.repeat(20_000)}, next: ${
        i === letters - 1 ? 'again' : `letter-${i + 1}`
      } }`,
  );
  return `name: Big\nstart: letter-0\ntiles:\n${tiles.join('\n')}\n  again: { kind: recontact, after: 2 h }\n`;
}
