// Every mistake an author can make in IVRs and inbound campaigns, made once; see mistakes.ts.
import type { IvrCode } from '../../lib/language/diagnostic-codes.ts';
import type { Recording } from '../../lib/language/recording.ts';
import { wav } from './a-centre.ts';
import type { Mistake } from './mistakes.ts';

interface IvrMistake extends Mistake {
  /** Files of recordings/, when the mistake lies in one of them. */
  readonly recordings?: Readonly<Record<string, Recording>>;
}

const CAMPAIGN = 'campaigns/hotline.yaml';
const IVR = 'ivrs/help.yaml';
const TEST = 'ivrs/help.test.yaml';
const OTHER = `name: Other
channels:
  inbound: { numbers: [main], ivr: help, voicemail: { to: us@example.org, mailbox: hello } }
  outbound: {}
fields: { pesel: {} }
`;

const OLD = menu('{ "1": agents }').replace(
  '  bye:',
  '  agents: { kind: queue, queue: help, next: bye }\n  bye:',
);
const OTHER_HANDLED = `name: Other
handling: HANDLING
channels:
  inbound: { numbers: [main], ivr: old }
`;

export const IVR_MISTAKES: Readonly<Record<IvrCode, IvrMistake>> = {
  'unknown-ivr': {
    wrong: { [CAMPAIGN]: ['ivr: help', 'ivr: halp'] },
    told: [
      "campaigns/hotline.yaml:5:10 there is no IVR 'halp'",
      "ivrs/help.yaml:1:1 no campaign uses 'help'",
    ],
    right: {},
  },
  'unknown-agent': {
    wrong: { 'centre.yaml': ['"101": anna', '"101": ana'] },
    told: ["centre.yaml:12:10 extension 101 leads to 'ana', who stands in no group"],
    right: { 'centre.yaml': ['"101": anna', '"101": ewa'] },
  },
  'unknown-recording': {
    wrong: {
      [IVR]: ['hello.wav', 'hallo.wav'],
      'queues.yaml': ['music.wav', 'musik.wav'],
      [CAMPAIGN]: [
        '    ivr: help',
        '    ivr: help\n    holdMusic: hold.wav\n    queueMusic: wait.mp3\n    whisper: { agent: { recording: ring.wav } }',
      ],
    },
    told: [
      "campaigns/hotline.yaml:6:16 there is no 'hold.wav' in recordings/",
      "campaigns/hotline.yaml:7:17 there is no 'wait.mp3' in recordings/",
      "campaigns/hotline.yaml:8:36 there is no 'ring.wav' in recordings/",
      "ivrs/help.yaml:8:23 there is no 'hallo.wav' in recordings/",
      "queues.yaml:7:10 there is no 'musik.wav' in recordings/",
    ],
    right: { [CAMPAIGN]: ['    ivr: help', '    ivr: help\n    holdMusic: music.wav'] },
  },
  'recording-format': {
    wrong: {
      [CAMPAIGN]: [
        '    ivr: help',
        '    ivr: help\n    holdMusic: hold.mp3\n    queueMusic: long.mp3\n    whisper: { agent: { recording: fine.mp3 } }',
      ],
    },
    recordings: {
      'hello.wav': wav({ channels: 2, rate: 44_100, encoding: 'PCM' }),
      'music.wav': wav({ seconds: 301 }),
      'hold.mp3': { kind: 'other' },
      'long.mp3': { kind: 'mp3', seconds: 412.3 },
      'fine.mp3': { kind: 'mp3', seconds: 299 },
    },
    told: [
      "campaigns/hotline.yaml:6:16 'hold.mp3' is not an MP3 file",
      "campaigns/hotline.yaml:7:17 'long.mp3' is 412 s long",
      "ivrs/help.yaml:8:23 'hello.wav' has 44100 Hz, 2 channels, encoding PCM",
      "queues.yaml:7:10 'music.wav' is 301 s long",
    ],
    right: {},
  },
  'unknown-login': {
    wrong: { [IVR]: ['    login: login', '    login: logn'] },
    told: ["ivrs/help.yaml:18:12 block 'order' takes the token of 'logn', which is no api-login"],
    right: { [IVR]: ['    login: login\n', ''] },
  },
  'unknown-value': {
    wrong: {
      [IVR]: ['    save: { order-state: state }', '    save: { order: state }'],
    },
    told: [
      "ivrs/help.yaml:25:12 block 'state' asks for 'order-state', which nothing sets",
      'ivrs/help.yaml:30:10 {{ order-state }} is a value that nothing sets',
    ],
    right: { [IVR]: ['{{ order-state }}', '{{ caller }}'] },
  },
  'spoken-template': {
    wrong: { [IVR]: ['{{ order-state }}', '{{ order-state | upcase }}'] },
    told: ['ivrs/help.yaml:30:10 {{ order-state | upcase }} is not spoken: only values are put in'],
    right: { [IVR]: ['?phone={{ caller }}', '?phone={{ caller | url_encode }}'] },
  },
  'unknown-skill': {
    wrong: { [CAMPAIGN]: ['skill: english', 'skill: englisch'] },
    told: ["campaigns/hotline.yaml:6:12 no group has the skill 'englisch'"],
    right: { [CAMPAIGN]: ['    skill: english\n', ''] },
  },
  'unknown-language': {
    wrong: { [IVR]: ['name: Help', 'name: Help\nlanguage: cs'] },
    told: ["ivrs/help.yaml:2:11 the centre does not speak 'cs'"],
    right: { [IVR]: ['name: Help', 'name: Help\nlanguage: pl'] },
  },
  'unknown-voice': {
    wrong: { [IVR]: ['name: Help', 'name: Help\nvoice: { id: Jitka }'] },
    told: ["ivrs/help.yaml:2:14 Polly has no voice 'Jitka' that speaks 'pl'"],
    right: { [IVR]: ['name: Help', 'name: Help\nvoice: { id: Ewa, engine: Standard }'] },
  },
  'campaign-without-channel': {
    wrong: { 'campaigns/idle.yaml': 'name: Idle\nchannels: {}' },
    told: ["campaigns/idle.yaml:2:1 campaign 'idle' has no channel"],
    right: { 'campaigns/idle.yaml': 'name: Idle\nchannels: { outbound: {} }' },
  },
  'number-in-two-campaigns': {
    wrong: { 'campaigns/other.yaml': OTHER.replace('[main]', '[main, hotline]') },
    told: ["campaigns/other.yaml:3:30 'hotline' leads to campaign 'hotline' already"],
    right: { 'campaigns/other.yaml': OTHER },
  },
  'voicemail-without-mailbox': {
    wrong: { [CAMPAIGN]: ['    voicemail: { to: us@example.org, mailbox: hello }\n', ''] },
    told: [
      "ivrs/help.yaml:84:3 block 'message' takes a message, but campaign 'hotline' has no 'voicemail'",
    ],
    right: {},
  },
  'survey-repeats': {
    wrong: { [CAMPAIGN]: ['keys: ["1", "2"]', 'keys: ["1", "2", "1"]'] },
    told: ["campaigns/hotline.yaml:10:59 question 'happy' has the key 1 already"],
    right: { [CAMPAIGN]: ['keys: ["1", "2"]', 'keys: ["1"]'] },
  },
  'queue-overflow-loop': {
    wrong: {
      'queues.yaml': ['  hours: office\nhelp:', '  hours: office\n  overflow: help\nhelp:'],
    },
    told: ["queues.yaml:4:13 callers go round: 'sales' → 'help' → 'sales'"],
    right: { 'queues.yaml': ['  overflow: sales\n', ''] },
  },
  'priority-steps-fall': {
    wrong: {
      'queues.yaml': [
        '  hours: office\nhelp:',
        '  hours: office\n  steps:\n    - { after: 60 s, coefficient: 4 }\n    - { after: 45 s, coefficient: 6 }\n    - { after: 90 s, coefficient: 5.5 }\nhelp:',
      ],
      [CAMPAIGN]: [
        '    ivr: help',
        '    ivr: help\n    steps: [{ after: 40 s, coefficient: 2 }, { after: 40 s, coefficient: 3 }]',
      ],
    },
    told: [
      'campaigns/hotline.yaml:6:46 the step after 40 s stands behind the one after 40 s',
      'queues.yaml:6:7 the step after 45 s stands behind the one after 60 s',
      'queues.yaml:7:7 the step after 90 s multiplies by 5.5, the one before by 6 already',
    ],
    right: {
      'queues.yaml': [
        '  hours: office\nhelp:',
        '  hours: office\n  steps: [{ after: 20 s, coefficient: 1 }, { after: 1 min, coefficient: 100 }]\nhelp:',
      ],
    },
  },
  'answer-block': {
    wrong: {
      [IVR]: [
        '  hello:\n    kind: announcement\n    say: { recording: hello.wav }',
        '  hello:\n    kind: answer',
      ],
    },
    told: ["ivrs/help.yaml:6:3 the call is answered at 'pick-up' already"],
    right: {},
  },
  'missing-block': {
    wrong: { [IVR]: ['"2": colleague', '"2": collegue'] },
    told: [
      "ivrs/help.yaml:40:28 block 'menu' leads to 'collegue' (2), but there is no such block",
      "ivrs/help.yaml:54:3 nothing leads to block 'colleague'",
    ],
    right: { [IVR]: ['none: agents', 'none: message'] },
  },
  'unreachable-block': {
    wrong: { [IVR]: ['  goodbye:\n', '  island:\n    kind: jump\n    to: menu\n  goodbye:\n'] },
    told: ["ivrs/help.yaml:87:3 nothing leads to block 'island'"],
    right: {},
  },
  'loop-without-way-out': {
    wrong: {
      [IVR]: [
        '  goodbye:\n    kind: disconnect',
        '  goodbye:\n    kind: jump\n    to: farewell\n  farewell:\n    kind: announcement\n    say: Bye.\n    next: goodbye',
      ],
    },
    told: ["ivrs/help.yaml:87:3 the call goes round by itself: 'goodbye', 'farewell'"],
    right: { [IVR]: ['    next: message', '    next: menu'] },
  },
  'unused-path': {
    wrong: {
      [IVR]: ['most: 2', 'most: 0'],
    },
    told: ["ivrs/help.yaml:62:5 'within' of block 'rush' has room for nobody"],
    right: { [IVR]: ['most: 2', 'most: 1'] },
  },
  'menu-without-keys': {
    wrong: {
      'ivrs/other.yaml': menu('{}'),
      'campaigns/other.yaml': OTHER.replace('ivr: help', 'ivr: other'),
    },
    told: ["ivrs/other.yaml:7:5 menu 'choose' offers no key"],
    right: {
      'ivrs/other.yaml': menu('{ "#": bye }'),
      'campaigns/other.yaml': OTHER.replace('ivr: help', 'ivr: other'),
    },
  },
  'ask-missing': {
    wrong: { [IVR]: ['    ask: Key in your PESEL.\n', ''] },
    told: ["ivrs/help.yaml:45:5 block 'who' has 'field', but asks for nothing"],
    right: { [IVR]: ['    ask: Key in your PESEL.\n    field: pesel\n', ''] },
  },
  'field-missing': {
    wrong: { [IVR]: ['    field: pesel\n', ''] },
    told: ["ivrs/help.yaml:43:3 block 'who' asks for digits, but of which field?"],
    right: {
      [IVR]: ['    field: pesel\n', ''],
      [CAMPAIGN]: [
        '    ivr: help\n',
        '    ivr: help\n    authorisation: { request: { url: "https://crm.example.org/{{ entered }}" }, record: id, field: pesel }\n',
      ],
    },
  },
  'too-much-after-queue': {
    wrong: { [IVR]: manyAfter(300) },
    told: [
      "ivrs/help.yaml:54:3 what follows 'colleague' takes 267 actions; 250 are possible",
      "ivrs/help.yaml:80:3 what follows 'agents' takes 262 actions; 250 are possible",
    ],
    right: { [IVR]: manyAfter(30) },
  },
  'callback-without-outbound': {
    wrong: { [CAMPAIGN]: ['  outbound: {}\n', '    callBack: always\n'] },
    told: [
      "campaigns/hotline.yaml:12:15 campaign 'hotline' calls back, but has no outbound channel",
      "ivrs/help.yaml:49:3 block 'again' sets a call back, but campaign 'hotline' has no outbound channel",
    ],
    right: {
      [CAMPAIGN]: ['  outbound: {}\n', '    callBack: always\n  outbound: {}\n'],
    },
  },
  'handling-differs': {
    wrong: {
      'ivrs/old.yaml': OLD,
      'campaigns/other.yaml': OTHER_HANDLED.replace('HANDLING', 'manual-web'),
    },
    told: [
      "campaigns/other.yaml:2:11 'other' is manual-web, but group 'help' works for 'hotline' too, which is automatic",
    ],
    right: {
      'ivrs/old.yaml': OLD,
      'campaigns/other.yaml': OTHER_HANDLED.replace('HANDLING', 'automatic'),
    },
  },
  'unused-ivr': {
    wrong: { 'ivrs/old.yaml': menu('{ "1": bye }') },
    told: ["ivrs/old.yaml:1:1 no campaign uses 'old'"],
    right: {
      'ivrs/old.yaml': menu('{ "1": bye }'),
      'campaigns/other.yaml': OTHER.replace('ivr: help', 'ivr: old'),
    },
  },
  'ivr-test-without-ivr': {
    wrong: { 'ivrs/halp.test.yaml': '- { name: x, expect: { path: pick-up } }' },
    told: ["ivrs/halp.test.yaml:1:1 there is no IVR 'halp'"],
    right: { [TEST]: undefined },
  },
  'ivr-test-unknown-name': {
    wrong: { [TEST]: ['hours > message', 'hour > message'] },
    told: ["ivrs/help.test.yaml:5:19 there is no block 'hour'"],
    right: { [TEST]: ['hours > message', 'hours > menu'] },
  },
};

/** The message is preceded by so many announcements. */
/** Lets so many announcements follow the queue. */
export function manyAfter(count: number): readonly [string, string] {
  const blocks = Array.from(
    { length: count },
    (_, n) =>
      `  say-${n}:\n    kind: announcement\n    say: x\n    next: ${n === count - 1 ? 'message' : `say-${n + 1}`}\n`,
  );
  const agents = '  agents:\n    kind: queue\n    queue: help\n    next: ';
  return [`${agents}message\n`, `${agents}say-0\n${blocks.join('')}`];
}

function menu(keys: string): string {
  return `name: Other
blocks:
  pick-up: { kind: answer, next: choose }
  choose:
    kind: menu
    say: Press a key.
    keys: ${keys}
    wrong: bye
    none: bye
  bye: { kind: disconnect }
`;
}
