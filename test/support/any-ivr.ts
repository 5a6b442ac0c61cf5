// IVRs at random that the analysis of the graph accepts, and callers at random. Ways that nobody
// decides lead onwards, all others anywhere, so that most of what is drawn is right and has loops
// all the same.
import fc from 'fast-check';
import {
  blocksWithoutWayOut,
  danglingExits,
  ivrGraph,
  reachableBlocks,
} from '../../lib/compiler/ivr/ivr-graph.ts';
import { loopsOfNobody } from '../../lib/compiler/ivr/ivr-loops.ts';
import { Ivr } from '../../lib/language/schema/ivr.ts';
import type { BlocksInput } from './an-ivr.ts';
import type { Caller } from './ivr-call.ts';

type BlockInput = BlocksInput[string];

const KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const;
const say = fc.constantFrom('Hello.', 'You are {{ caller }}-{{ state }}.', { recording: 'a.wav' });
const value = fc.constantFrom('state', 'caller', 'entered', 'identity');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const kind = <K extends BlockInput['kind']>(name: K) => fc.constant(name);

/** @param below blocks that come later in the file · @param all every block */
function anyBlock(below: readonly string[], all: readonly string[]): fc.Arbitrary<unknown> {
  // The nearest, so that most blocks are come to.
  const on = fc.constantFrom(...below.slice(0, 3));
  const to = fc.oneof(on, fc.constantFrom(...all));
  const request = fc.constant({ url: 'https://api.example.org/' });
  const keys = fc.dictionary(fc.constantFrom(...KEYS), to, { maxKeys: 5, noNullPrototype: true });
  return fc.oneof(
    fc.record({ kind: kind('announcement'), say, next: on }),
    fc.record({
      kind: kind('menu'),
      say,
      keys,
      repeats: fc.nat(2),
      wrong: to,
      none: to,
    }),
    fc.record({
      kind: kind('queue'),
      queue: fc.constantFrom('sales', 'service', 'spare'),
      announcements: fc.array(say, { maxLength: 2 }),
      next: to,
      full: maybe(to),
    }),
    fc.record({ kind: kind('api-login'), request, token: fc.constant('t'), next: to, failed: to }),
    fc.record({
      kind: kind('api-request'),
      request,
      next: to,
      failed: to,
      save: fc.constantFrom({}, { state: 'order.state' }),
    }),
    fc.record({
      kind: kind('api-condition'),
      value,
      otherwise: on,
      paths: fc.dictionary(fc.constantFrom('sent', 'paid', '1'), on, { noNullPrototype: true }),
    }),
    fc.record({
      kind: kind('authorise'),
      ask: maybe(say),
      tries: fc.integer({ min: 1, max: 3 }),
      success: to,
      failure: to,
    }),
    fc.record({ kind: kind('authorise-ticket'), ask: say, next: to, none: to }),
    fc.record({ kind: kind('availability'), hours: fc.constant('office'), open: to, closed: to }),
    fc.record({
      kind: kind('dial'),
      number: fc.constant('+48587770000'),
      next: to,
      failed: to,
      callerId: maybe(fc.constant('main')),
    }),
    fc.record({ kind: kind('small-window'), next: on }),
    fc.record({
      kind: kind('route-by-source'),
      match: on,
      otherwise: on,
      numbers: fc.constantFrom(['+48601*'], ['+420', '+421*']),
    }),
    fc.record({
      kind: kind('route-by-destination'),
      otherwise: on,
      paths: fc.dictionary(fc.constantFrom('main', 'other'), on, { noNullPrototype: true }),
    }),
    fc.record({ kind: kind('route-by-identity'), one: on, several: on, none: on }),
    fc.record({ kind: kind('no-survey'), next: on }),
    fc.record({
      kind: kind('extension'),
      ask: say,
      none: to,
      wrong: to,
      unavailable: maybe(to),
    }),
    fc.record({ kind: kind('priority'), by: fc.integer({ min: -100, max: 100 }), next: on }),
    fc.record({ kind: kind('overflow'), most: fc.nat(3), within: to, over: to }),
    fc.record({
      kind: kind('condition'),
      value,
      to: fc.constantFrom('sent', 12),
      met: on,
      unmet: on,
      is: fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'starts-with', 'contains'),
    }),
    fc.record({ kind: kind('disconnect') }),
    fc.record({ kind: kind('jump'), to: on }),
    fc.record({ kind: kind('voicemail'), say: maybe(say), next: to }),
    fc.record({
      kind: kind('callback'),
      ask: maybe(say),
      number: fc.constantFrom('caller', 'ask'),
      next: on,
      declined: maybe(to),
      failed: maybe(on),
    }),
  );
}

/** Blocks that a call can come to, in an IVR the checks of the graph find nothing wrong with. */
export const anyBlocks: fc.Arbitrary<BlocksInput> = fc
  .integer({ min: 1, max: 20 })
  .chain((most) => {
    const ids = Array.from({ length: most }, (_, n) => `b${n}`);
    const all = [...ids, 'bye'];
    return fc.tuple(...ids.map((_, n) => anyBlock(all.slice(n + 1), all)));
  })
  .map((blocks) => {
    const named = Object.fromEntries(blocks.map((block, n) => [`b${n}`, block]));
    const start = { kind: 'answer', next: 'b0' };
    return reachedOnly({ start, ...named, bye: { kind: 'disconnect' } } as BlocksInput);
  })
  .filter((blocks) => isRight(blocks));

function reachedOnly(blocks: BlocksInput): BlocksInput {
  const reached = reachableBlocks(ivrGraph(Ivr.parse({ name: 'Any', blocks })));
  return Object.fromEntries(Object.entries(blocks).filter(([id]) => reached.has(id)));
}

function isRight(blocks: BlocksInput): boolean {
  const graph = ivrGraph(Ivr.parse({ name: 'Any', blocks }));
  return (
    danglingExits(graph).length === 0 &&
    blocksWithoutWayOut(graph).length === 0 &&
    loopsOfNobody(graph).length === 0
  );
}

/** Functions that fail or answer whatever they may, by turns. */
function functionsBy(turns: readonly number[]): NonNullable<Caller['functions']> {
  let turn = 0;
  const one =
    (...answers: readonly Readonly<Record<string, string>>[]) =>
    () => {
      const drawn = turns[turn % turns.length] ?? 0;
      turn += 1;
      return drawn === 5
        ? ('fails' as const)
        : (answers[drawn % answers.length] ?? ('fails' as const));
    };
  const identity = (found: string) => ({
    identity: found,
    record: 'r',
    attempt: 'a',
    lastAgent: 'eva',
    privateAgent: 'none',
  });
  return {
    'answer-call': one(identity('one'), identity('several'), identity('none')),
    'authorise-caller': one(
      { outcome: 'success', ...identity('one') },
      { outcome: 'failure', ...identity('none') },
    ),
    'call-api': one({ outcome: 'ok', v_state: 'sent' }, { outcome: 'failed' }, { outcome: 'ok' }),
    'find-extension': one(
      { outcome: 'found', agent: 'arn:eva' },
      { outcome: 'wrong', agent: 'none' },
      { outcome: 'found', agent: 'none' },
    ),
    'take-slot': one({ outcome: 'within' }, { outcome: 'over' }),
    'route-call': one(
      { level: '1', reserve: 'none', agent: 'none' },
      { level: '10', reserve: 'last', agent: 'eva' },
    ),
    'schedule-callback': one({ outcome: 'set' }, { outcome: 'refused' }),
    'raise-priority': one({ outcome: 'raised' }, { outcome: 'stays' }),
    'mark-voicemail': one({ outcome: 'marked' }),
    'mark-forwarding': one({ outcome: 'marked' }),
  };
}

/** Far more than any call needs: whoever goes on and on is told apart from who stops. */
const OFTEN = 400;
const forEver = <T>(pattern: readonly T[]): T[] =>
  Array.from({ length: OFTEN }, (_, n) => pattern[n % pattern.length] as T);

/** Makes the same caller each time. */
export const anyCaller: fc.Arbitrary<() => Caller> = fc
  .record({
    from: fc.constantFrom('+48601000001', '+420777000000', undefined),
    presses: fc
      .array(fc.constantFrom('', '', ...KEYS, '12#', '#', '500600700#'), {
        minLength: 1,
        maxLength: 6,
      })
      .map(forEver),
    isOpen: fc.boolean(),
    turns: fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }),
    queues: fc
      .array(fc.constantFrom('enters', 'enters', 'full', 'fails'), { minLength: 1, maxLength: 6 })
      .map((pattern) => forEver(pattern)),
    dialed: fc.constantFrom('answered', 'CallFailed', 'ConnectionTimeLimitExceeded'),
    agentAfter: fc.constantFrom(0, 45, 1000, Infinity),
    patience: fc.constant(60),
  })
  .map(({ turns, ...caller }) => () => ({ ...caller, functions: functionsBy(turns) }));
