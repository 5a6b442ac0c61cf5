// What callers hear and where they come, told like phone calls: the compiled flows run in the
// interpreter.
import { describe, expect, it } from 'vitest';
import { type BlocksInput, inboundDefinitions } from '../../../support/an-ivr.ts';
import { type Caller, phone } from '../../../support/ivr-call.ts';
import { schemeA, schemeB, schemeC } from '../../../support/ivr-schemes.ts';

const HOLD = 'waits: "Please hold the line, we are connecting you.", silence';

const ends = {
  good: { kind: 'announcement', say: 'Good.', next: 'bye' },
  bad: { kind: 'announcement', say: 'Bad.', next: 'bye' },
  bye: { kind: 'disconnect' },
} as const;

/** A call to an IVR that begins with the block `first` and may end with "Good." or "Bad.". */
function tell(blocks: BlocksInput, caller?: Caller) {
  const start = { kind: 'answer', next: 'first' } as const;
  return phone(inboundDefinitions({ blocks: { start, ...blocks, ...ends } }), caller);
}

describe('the example schemes (IVR-25)', () => {
  it('(a) hours, announcement, queue; else the call is hung up', () => {
    const definitions = inboundDefinitions({ blocks: schemeA });

    const open = phone(definitions, { agentAfter: 30 });
    const closed = phone(definitions, { isOpen: false });

    expect([open.story, open.ending]).toEqual([
      [
        'answer-call {}',
        'office is open',
        'hears "Welcome."',
        'route-call {"block":"sales","queue":"sales"}',
        'enters queue sales at 5',
        HOLD,
      ],
      'an agent takes the call',
    ]);
    expect([closed.story, closed.ending]).toEqual([
      ['answer-call {}', 'office is closed'],
      'hang-up',
    ]);
  });

  it('(b) a queue leads back to the menu, and the menu of those who wait to another queue', () => {
    const { story, blocks, ending, waited } = phone(inboundDefinitions({ blocks: schemeB }), {
      presses: ['', '1', '7', '2'],
    });

    expect(story.slice(2)).toEqual([
      'hears "Sales 1, service 2, branch 3.", is silent',
      'hears "Sales 1, service 2, branch 3.", presses 1',
      'route-call {"block":"first","queue":"sales"}',
      'enters queue sales at 5',
      HOLD,
      'hears "Sales 1, service 2, branch 3.", presses 7',
      'hears "Sales 1, service 2, branch 3.", presses 2',
      'route-call {"block":"second","queue":"service"}',
      'is moved to queue service at 5',
      HOLD,
    ]);
    expect(blocks.slice(2)).toEqual(['choice', 'first', 'choice', 'second', 'bye']);
    expect([ending, waited]).toEqual(['hang-up', 120]);
  });

  it('(b) a queue leads to an outside number, after the longest wait of its own', () => {
    const { story, waited } = phone(inboundDefinitions({ blocks: schemeB }), { presses: ['3'] });

    expect(story.slice(4)).toEqual([
      'enters queue service at 5',
      HOLD,
      'mark-forwarding {"block":"branch","phase":"begin"}',
      '+48587770000 is rung: answered',
      'mark-forwarding {"block":"branch","phase":"taken"}',
    ]);
    expect(waited).toBe(40);
  });

  it('(c) who comes back to their queue keeps the place in it', () => {
    const { story, blocks, ending } = phone(inboundDefinitions({ blocks: schemeC }), {
      presses: ['1'],
      agentAfter: 130,
    });

    expect(story).toEqual([
      'answer-call {}',
      'hears "Good to hear you."',
      'office is open',
      'hears "We are open."',
      'hears "Sales 1, service 2, message 3.", presses 1',
      'route-call {"block":"first","queue":"sales"}',
      'enters queue sales at 5',
      HOLD,
      'hears "Thank you for your patience."',
      HOLD,
      'hears "Thank you for your patience."',
      HOLD,
    ]);
    expect(blocks.slice(4)).toEqual([
      'welcome',
      'choice',
      'first',
      'patience',
      'first',
      'patience',
      'first',
    ]);
    expect(ending).toBe('an agent takes the call');
  });

  it('(c) who chose two comes back to the second queue, and three leads to a message', () => {
    const scheme = inboundDefinitions({ blocks: schemeC });

    const second = phone(scheme, { presses: ['2'], agentAfter: 130 });
    const message = phone(scheme, { presses: ['3'] });

    expect(second.blocks.slice(5)).toEqual(['choice', 'second']);
    expect(second.story.filter((line) => line.startsWith('enters'))).toHaveLength(1);
    expect(second.ending).toBe('an agent takes the call');
    expect(message.blocks.slice(5)).toEqual(['choice', 'message', 'bye']);
  });

  it('(c) a stranger, and anybody outside of the hours, is told to call later', () => {
    const definitions = inboundDefinitions({ blocks: schemeC });

    const stranger = phone(definitions, { from: '+48700000000' });
    const withheld = phone(definitions, { from: undefined });
    const late = phone(definitions, { isOpen: false });

    expect(stranger.blocks).toEqual(['start', 'known', 'sorry', 'bye']);
    expect(withheld.blocks).toEqual(['start', 'known', 'sorry', 'bye']);
    expect(late.blocks).toEqual(['start', 'known', 'greet', 'hours', 'sorry', 'bye']);
  });
});

describe('a menu (IVR-14)', () => {
  const menu = (repeats: number): BlocksInput => ({
    first: {
      kind: 'menu',
      say: 'Press.',
      keys: { '1': 'good', '*': 'bye' },
      repeats,
      wrong: 'bad',
      none: 'bye',
    },
  });
  const menus = (story: readonly string[]) => story.filter((line) => line.includes('Press.'));

  it('takes every key it offers', () => {
    expect(tell(menu(0), { presses: ['1'] }).blocks).toEqual(['start', 'first', 'good', 'bye']);
    expect(tell(menu(0), { presses: ['*'] }).blocks).toEqual(['start', 'first', 'bye']);
  });

  it('is said again as often as it says, then goes on for wrong keys or silence', () => {
    const wrong = tell(menu(2), { presses: ['5', '#', '9', '1'] });
    const silent = tell(menu(1), {});

    expect(menus(wrong.story)).toEqual([
      'hears "Press.", presses 5',
      'hears "Press.", presses #',
      'hears "Press.", presses 9',
    ]);
    expect(wrong.blocks).toEqual(['start', 'first', 'bad', 'bye']);
    expect(menus(silent.story).length).toBe(2);
    expect(silent.blocks).toEqual(['start', 'first', 'bye']);
  });

  it('that leads to itself is cut off with a word after a hundred rounds', () => {
    const { story, ending } = tell({
      first: {
        kind: 'menu',
        say: 'Press.',
        keys: { '1': 'bye' },
        wrong: 'first',
        none: 'first',
      },
    });

    expect(menus(story).length).toBe(100);
    expect([story.at(-1), ending]).toEqual([
      'hears "We are sorry, we cannot complete this call now. Goodbye."',
      'hang-up',
    ]);
  });
});

describe('blocks that choose by what is known of a call', () => {
  const goodOrBad = (block: Partial<BlocksInput[string]>) =>
    ({ first: block }) as unknown as BlocksInput;
  const isGood = (blocks: BlocksInput, caller?: Caller) =>
    tell(blocks, caller).blocks.includes('good');

  it.each([
    [['+48601*'], '+48601000001', true],
    [['+48601000001'], '+48601000001', true],
    [['+4860100000'], '+48601000001', false],
    [['+420*', '+48602*'], '+48601000001', false],
    [['+48*'], undefined, false],
  ])('route-by-source: is %j on the list for %s (IVR-10)', (numbers, from, expected) => {
    const blocks = goodOrBad({ kind: 'route-by-source', numbers, match: 'good', otherwise: 'bad' });

    expect(isGood(blocks, { from })).toBe(expected);
  });

  it('route-by-destination takes the path of the number dialed (IVR-11)', () => {
    const blocks = goodOrBad({
      kind: 'route-by-destination',
      paths: { main: 'good' },
      otherwise: 'bad',
    });

    expect(isGood(blocks, { dials: '+48221230000' })).toBe(true);
    expect(isGood(blocks, { dials: '+48221230001' })).toBe(false);
  });

  it('route-by-identity takes the path of what answer-call found; none when it failed (IVR-12)', () => {
    const blocks: BlocksInput = {
      first: { kind: 'route-by-identity', one: 'good', several: 'bad', none: 'bye' },
    };
    const found = (identity: string) => ({
      'answer-call': {
        identity,
        record: 'r',
        attempt: 'a',
        lastAgent: 'none',
        privateAgent: 'none',
      },
    });

    expect(tell(blocks).blocks[2]).toBe('good');
    expect(tell(blocks, { functions: found('several') }).blocks[2]).toBe('bad');
    expect(tell(blocks, { functions: found('none') }).blocks[2]).toBe('bye');
    expect(tell(blocks, { functions: { 'answer-call': 'fails' } }).blocks[2]).toBe('bye');
  });

  it.each([
    ['=', 'paid', 'paid', true],
    ['=', 'paid', 'sent', false],
    ['!=', 'paid', 'sent', true],
    ['!=', 'paid', 'paid', false],
    ['>=', 5, '5', true],
    ['<', 5, '12', false],
    ['<', 5, 'many', false],
    ['starts-with', 'pa', 'paid', true],
    ['contains', 'ai', 'paid', true],
    ['contains', 'x', 'paid', false],
  ] as const)('condition: %s %s of a value that is %s (IVR-19)', (is, to, value, expected) => {
    const blocks: BlocksInput = {
      first: {
        kind: 'api-request',
        request: { url: 'https://a.example.org/' },
        save: { state: 'x' },
        next: 'is-it',
        failed: 'bye',
      },
      'is-it': { kind: 'condition', value: 'state', is, to, met: 'good', unmet: 'bad' },
    };

    const functions = { 'call-api': { outcome: 'ok', v_state: value } };

    expect(isGood(blocks, { functions })).toBe(expected);
  });

  it('api-condition takes the path of the value, otherwise the other (IVR-4)', () => {
    const blocks: BlocksInput = {
      first: {
        kind: 'api-request',
        request: { url: 'https://a.example.org/' },
        save: { 'order-state': 'x' },
        next: 'state',
        failed: 'bad',
      },
      state: {
        kind: 'api-condition',
        value: 'order-state',
        paths: { sent: 'told' },
        otherwise: 'bye',
      },
      told: { kind: 'announcement', say: 'It is {{ order-state }}.', next: 'good' },
    };
    const answered = (v_order_state: string) =>
      tell(blocks, { functions: { 'call-api': { outcome: 'ok', v_order_state } } });

    expect(answered('sent').story).toContain('hears "It is sent."');
    expect(answered('lost').blocks).toEqual(['start', 'first', 'state', 'bye']);
    expect(tell(blocks, { functions: { 'call-api': 'fails' } }).blocks).toContain('bad');
  });

  it('overflow lets a call in when nobody can count (IVR-18)', () => {
    const blocks: BlocksInput = {
      first: { kind: 'overflow', most: 3, within: 'good', over: 'bad' },
    };

    expect(isGood(blocks)).toBe(true);
    expect(isGood(blocks, { functions: { 'take-slot': { outcome: 'over' } } })).toBe(false);
    expect(isGood(blocks, { functions: { 'take-slot': 'fails' } })).toBe(true);
  });
});

describe('blocks that set something', () => {
  it('leave their mark on the call and go on (IVR-9, IVR-15, IVR-17)', () => {
    const { attributes, blocks } = tell({
      first: { kind: 'small-window', next: 'second' },
      second: { kind: 'no-survey', next: 'third-one' },
      'third-one': { kind: 'priority', by: -20, next: 'good' },
    });

    const { window, survey, p_third_one } = attributes;
    expect({ window, survey, p_third_one }).toEqual({
      window: 'small',
      survey: 'no',
      p_third_one: '-20',
    });
    expect(blocks).toEqual(['start', 'first', 'second', 'third-one', 'good', 'bye']);
  });
});

it('a call without anything known begins with every attribute that flows and functions read', () => {
  const { attributes, contact } = tell(
    { first: { kind: 'disconnect' } },
    { functions: { 'answer-call': 'fails' } },
  );

  expect(attributes).toEqual({
    campaign: 'line',
    ivr: 'greeting',
    way: expect.stringMatching(/^[0-9a-f]{12} start first$/),
    record: 'none',
    attempt: 'none',
    identity: 'none',
    lastAgent: 'none',
    privateAgent: 'none',
    entered: 'none',
    ticket: 'none',
    window: 'full',
    survey: 'yes',
    waitingIn: 'none',
    overflowQueue: 'none',
    moveTo: 'none',
  });
  expect([contact.voice, contact.languageCode, contact.logging]).toEqual([
    { id: 'Amy', engine: 'Neural', style: 'None' },
    'en-GB',
    true,
  ]);
  expect(contact.recording).toEqual({
    RecordingBehavior: { RecordedParticipants: [], IVRRecordingBehavior: 'Disabled' },
  });
});
