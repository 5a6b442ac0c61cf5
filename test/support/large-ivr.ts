// An IVR of any size: sections of twenty blocks, each a menu over what a help line has, with 9 to
// the next section and 0 back to the first. For benches, and to see flows split.
import type { BlocksInput } from './an-ivr.ts';

const SECTION_BLOCKS = 20;

/** @param size the blocks it has, a multiple of SECTION_BLOCKS */
export function largeIvr(size: number): BlocksInput {
  const sections = Math.floor(size / SECTION_BLOCKS);
  return Object.assign(
    {},
    ...Array.from({ length: sections }, (_, n) => section(n, sections)),
  ) as BlocksInput;
}

function section(n: number, sections: number): BlocksInput {
  const own = (name: string) => `s${n}-${name}`;
  const first = n === 0 ? { start: { kind: 'answer', next: 's0-hours' } as const } : undefined;
  const next = n + 1 < sections ? `s${n + 1}-menu` : 's0-menu';
  return {
    ...first,
    ...(n === 0
      ? { 's0-hours': { kind: 'availability', hours: 'office', open: 's0-menu', closed: 's0-bye' } }
      : {
          [own('welcome')]: { kind: 'announcement', say: `Section ${n}.`, next: own('menu') },
          [own('vip')]: { kind: 'priority', by: 10, next: own('queue') },
        }),
    [own('menu')]: {
      kind: 'menu',
      say: `Section ${n}: orders 1, bills 2, your record 3, an agent 4, the next section 9.`,
      keys: {
        '0': 's0-menu',
        '1': own('orders'),
        '2': own('bill'),
        '3': own('who'),
        '4': own(n === 0 ? 'queue' : 'vip'),
        '5': own(n === 0 ? 'bye' : 'welcome'),
        '9': next,
      },
      repeats: 2,
      wrong: own('sorry'),
      none: own('sorry'),
    },
    [own('orders')]: {
      kind: 'api-request',
      request: { url: 'https://shop.example.org/orders?phone={{ caller }}' },
      save: { 'order-state': 'order.state', total: 'order.total' },
      next: own('state'),
      failed: own('sorry'),
    },
    [own('state')]: {
      kind: 'api-condition',
      value: 'order-state',
      paths: { sent: own('sent'), paid: own('paid') },
      otherwise: own('lost'),
    },
    [own('sent')]: { kind: 'announcement', say: 'It was sent.', next: own('back') },
    [own('paid')]: { kind: 'announcement', say: 'It is packed.', next: own('back') },
    [own('lost')]: { kind: 'announcement', say: 'We know of none.', next: own('back') },
    [own('back')]: { kind: 'jump', to: own('menu') },
    [own('bill')]: {
      kind: 'condition',
      value: 'total',
      is: '>',
      to: 0,
      met: own('due'),
      unmet: own('clear'),
    },
    [own('due')]: { kind: 'announcement', say: 'You owe {{ total }}.', next: own('back') },
    [own('clear')]: { kind: 'announcement', say: 'You owe nothing.', next: own('back') },
    [own('who')]: {
      kind: 'authorise',
      ask: 'Your customer number?',
      field: 'name',
      success: own('known'),
      failure: own('sorry'),
    },
    [own('known')]: { kind: 'announcement', say: 'We know you.', next: own('room') },
    [own('room')]: { kind: 'overflow', most: 20, within: own('queue'), over: own('message') },
    [own('queue')]: {
      kind: 'queue',
      queue: n % 2 === 0 ? 'sales' : 'service',
      announcements: ['All our agents are busy.'],
      next: own('message'),
    },
    [own('message')]: { kind: 'voicemail', next: own('bye') },
    [own('sorry')]: { kind: 'announcement', say: 'Please call later.', next: own('last') },
    [own('last')]: { kind: 'jump', to: own('bye') },
    [own('bye')]: { kind: 'disconnect' },
  };
}
