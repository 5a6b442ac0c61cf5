// The four schemes of IVR-25, and an IVR with every kind of block.
import type { BlocksInput } from './an-ivr.ts';

const bye = { kind: 'disconnect' } as const;

/** (a) hours → announcement → queue, else hang up. */
export const schemeA: BlocksInput = {
  start: { kind: 'answer', next: 'hours' },
  hours: { kind: 'availability', hours: 'office', open: 'welcome', closed: 'bye' },
  welcome: { kind: 'announcement', say: 'Welcome.', next: 'sales' },
  sales: { kind: 'queue', queue: 'sales', next: 'bye' },
  bye,
};

/**
 * (b) hours → menu 1, 2, 3: queue then back to the menu, queue then hang up, queue then an outside
 *     number.
 */
export const schemeB: BlocksInput = {
  start: { kind: 'answer', next: 'hours' },
  hours: { kind: 'availability', hours: 'office', open: 'choice', closed: 'closed' },
  choice: {
    kind: 'menu',
    say: 'Sales 1, service 2, branch 3.',
    keys: { '1': 'first', '2': 'second', '3': 'third' },
    repeats: 1,
    wrong: 'bye',
    none: 'bye',
  },
  first: { kind: 'queue', queue: 'sales', next: 'back' },
  back: { kind: 'jump', to: 'choice' },
  second: { kind: 'queue', queue: 'service', next: 'bye' },
  third: { kind: 'queue', queue: 'service', wait: '40 s', next: 'branch' },
  branch: { kind: 'dial', number: '+48587770000', next: 'bye', failed: 'bye' },
  closed: { kind: 'announcement', say: 'We are closed.', next: 'bye' },
  bye,
};

/**
 * (c) source number → announcement → jump into the hours block; menu 1: queue, announcement, jump
 *     back to the queue; 2: queue,
 * jump back to the queue; 3: voicemail; closed or no match: announcement, hang up.
 */
export const schemeC: BlocksInput = {
  start: { kind: 'answer', next: 'known' },
  known: {
    kind: 'route-by-source',
    numbers: ['+48601*', '+48221112233'],
    match: 'greet',
    otherwise: 'sorry',
  },
  greet: { kind: 'announcement', say: 'Good to hear you.', next: 'to-hours' },
  'to-hours': { kind: 'jump', to: 'hours' },
  hours: { kind: 'availability', hours: 'office', open: 'welcome', closed: 'sorry' },
  welcome: { kind: 'announcement', say: 'We are open.', next: 'choice' },
  choice: {
    kind: 'menu',
    say: 'Sales 1, service 2, message 3.',
    keys: { '1': 'first', '2': 'second', '3': 'message' },
    wrong: 'sorry',
    none: 'sorry',
  },
  first: { kind: 'queue', queue: 'sales', next: 'patience' },
  patience: { kind: 'announcement', say: 'Thank you for your patience.', next: 'to-first' },
  'to-first': { kind: 'jump', to: 'first' },
  second: { kind: 'queue', queue: 'service', next: 'to-second' },
  'to-second': { kind: 'jump', to: 'second' },
  message: { kind: 'voicemail', to: 'desk@example.org', next: 'bye' },
  sorry: { kind: 'announcement', say: 'Please call later.', next: 'bye' },
  bye,
};

/** Every kind, in the order of the requirements. */
export const everyKind: BlocksInput = {
  start: { kind: 'answer', next: 'login' },
  login: {
    kind: 'api-login',
    request: { method: 'POST', url: 'https://shop.example.org/login' },
    token: 'auth.token',
    next: 'order',
    failed: 'order',
  },
  order: {
    kind: 'api-request',
    login: 'login',
    request: { url: 'https://shop.example.org/orders?phone={{ caller }}' },
    save: { 'order-state': 'order.state', total: 'order.total' },
    next: 'state',
    failed: 'identity',
  },
  state: {
    kind: 'api-condition',
    value: 'order-state',
    paths: { sent: 'sent', paid: 'identity' },
    otherwise: 'identity',
  },
  sent: {
    kind: 'announcement',
    say: 'Your order over {{ total }} crowns is {{ order-state }}.',
    next: 'identity',
  },
  identity: { kind: 'route-by-identity', one: 'hours', several: 'who', none: 'ticket' },
  who: {
    kind: 'authorise',
    ask: 'Please key in your customer number.',
    digits: 6,
    field: 'name',
    tries: 3,
    success: 'hours',
    failure: 'ticket',
  },
  ticket: { kind: 'authorise-ticket', ask: 'Your ticket?', next: 'small', none: 'hours' },
  small: { kind: 'small-window', next: 'hours' },
  hours: { kind: 'availability', hours: 'office', open: 'source', closed: 'message' },
  source: { kind: 'route-by-source', numbers: ['+420*'], match: 'dialed', otherwise: 'dialed' },
  dialed: {
    kind: 'route-by-destination',
    paths: { main: 'vip', other: 'direct' },
    otherwise: 'vip',
  },
  vip: { kind: 'condition', value: 'total', is: '>=', to: 1000, met: 'first', unmet: 'choice' },
  first: { kind: 'priority', by: 40, next: 'quiet' },
  quiet: { kind: 'no-survey', next: 'choice' },
  choice: {
    kind: 'menu',
    say: { recording: 'choice.wav' },
    keys: { '1': 'room', '2': 'direct', '3': 'branch', '*': 'again', '#': 'call-me' },
    repeats: 2,
    wrong: 'message',
    none: 'message',
  },
  again: { kind: 'jump', to: 'choice' },
  room: { kind: 'overflow', most: 5, within: 'sales', over: 'call-me' },
  sales: {
    kind: 'queue',
    queue: 'sales',
    announcements: ['Please wait, {{ caller }}.', { recording: 'offer.wav' }],
    next: 'call-me',
    full: 'message',
  },
  direct: {
    kind: 'extension',
    ask: 'The extension?',
    none: 'choice',
    wrong: 'choice',
    unavailable: 'message',
  },
  branch: {
    kind: 'dial',
    number: '+48587770000',
    callerId: 'main',
    next: 'bye',
    failed: 'message',
  },
  'call-me': {
    kind: 'callback',
    ask: 'Press 1 and we call you.',
    number: 'ask',
    next: 'bye',
    declined: 'message',
    failed: 'message',
  },
  message: { kind: 'voicemail', next: 'bye' },
  bye,
};
