// Callback rules at random: a chain of layers in which every tile leads further down, and calls
// lead anywhere. They are right, except that conditions may contradict each other.
import fc from 'fast-check';
import { COMPARISONS } from '../../lib/language/schema/basics.ts';
import { CALL_STATUSES, type Rule, type Tile } from '../../lib/language/schema/rule.ts';

// From 2 on there are numbers on either side of every comparison.
const compare = fc.record({
  operator: fc.constantFrom(...COMPARISONS),
  value: fc.integer({ min: 2, max: 4 }),
});
const status = fc.constantFrom(...CALL_STATUSES);

const anyPeriod = fc.oneof(
  fc.record({ days: fc.constant(0), seconds: fc.nat(9999) }),
  fc.record({ days: fc.nat(30), seconds: fc.constant(0) }),
);

/**
 * @param below tiles that may follow in the same run · @param all tiles that may follow after a
 *   call
 */
function anyTile(below: readonly string[], all: readonly string[]): fc.Arbitrary<Tile> {
  const to = fc.constantFrom(...below);
  const next = fc.option(to, { nil: undefined });
  const after = fc.option(fc.constantFrom(...all), { nil: undefined });
  const branches = { met: to, unmet: to };
  return fc.oneof(
    fc.record({
      kind: fc.constant('call-status' as const),
      paths: fc.dictionary(status, to, { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
      otherwise: to,
    }),
    fc.record({ kind: fc.constant('passes' as const), compare, ...branches }),
    fc.record({
      kind: fc.constant('calls-with-status' as const),
      statuses: fc.uniqueArray(status, { minLength: 1 }),
      compare,
      ...branches,
    }),
    fc.record({ kind: fc.constant('attempts' as const), compare, ...branches }),
    fc.record({ kind: fc.constant('connected' as const), ...branches }),
    fc.record({
      kind: fc.constant('parameter' as const),
      of: fc.constantFrom('number' as const, 'call' as const),
      name: fc.constant('vip'),
      paths: fc.dictionary(fc.constantFrom('yes', 'no, thanks'), to, {
        minKeys: 1,
        noNullPrototype: true,
      }),
      otherwise: to,
    }),
    fc.record({
      kind: fc.constant('result' as const),
      paths: fc.dictionary(fc.constantFrom('sold', 'later', 'none'), to, {
        minKeys: 1,
        noNullPrototype: true,
      }),
      otherwise: to,
    }),
    fc.record({
      kind: fc.constant('availability' as const),
      hours: fc.constant('office'),
      open: to,
      closed: to,
    }),
    fc.record({ kind: fc.constant('privacy' as const), private: to, other: to }),
    fc.record({ kind: fc.constant('hlr-check' as const), valid: to, invalid: to, unknown: to }),
    fc.record({ kind: fc.constant('recontact' as const), after: anyPeriod, next: after }),
    fc.record({
      kind: fc.constant('send-sms' as const),
      from: fc.constantFrom('random', 'TEST'),
      text: fc.constantFrom('Hello {{ name }}', "It's {} \\ $.x", '{"json.$": "$.x"}'),
      next,
    }),
    fc.record({
      kind: fc.constant('add-parameter' as const),
      to: fc.constantFrom('number' as const, 'call' as const),
      name: fc.constant('vip'),
      value: fc.constantFrom('yes', "'", '{}', '$.record'),
      next,
    }),
  );
}

/** Up to nine tiles; only those that can be reached. */
export const anyRule: fc.Arbitrary<Rule> = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => {
    const ids = Array.from({ length: count }, (_, i) => `t${i}`);
    const all = [...ids, 'close', 'end'];
    const tiles = ids.map((_, i) => anyTile(all.slice(i + 1), all));
    return fc.tuple(...tiles);
  })
  .map((tiles) => {
    const named = Object.fromEntries(tiles.map((tile, i) => [`t${i}`, tile]));
    const whole: Record<string, Tile> = {
      ...named,
      close: { kind: 'close-record' },
      end: { kind: 'end' },
    };
    return { name: 'Any', start: 't0', tiles: reached(whole, 't0') };
  });

function reached(tiles: Readonly<Record<string, Tile>>, start: string): Record<string, Tile> {
  const found: Record<string, Tile> = {};
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const tile = tiles[id];
    if (!tile || id in found) continue;
    found[id] = tile;
    const { kind: _, ...rest } = tile;
    const names = JSON.stringify(rest).match(/"(t\d|close|end)"/g) ?? [];
    open.push(...names.map((name) => name.slice(1, -1)));
  }
  return found;
}
