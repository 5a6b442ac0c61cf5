import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  instant,
  isPast,
  nowAfter,
  parseInstant,
  plus,
  toIso,
} from '../../../../lib/domain/model/instant.ts';
import { at, NOW } from '../../../support/records.ts';

describe('a moment', () => {
  it.each([
    ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00.123Z', '2026-03-02T09:00:00.123Z'],
  ])('%s is written as %s', (text, iso) => {
    expect(toIso(parseInstant(text))).toBe(iso);
  });

  it.each(['', 'yesterday', '2026-13-01T00:00Z'])('is not %j, and the error names it', (text) => {
    expect(() => parseInstant(text)).toThrow(new RangeError(`'${text}' is no moment in time`));
  });

  it('is written alike, whatever was written before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 20 }), (seconds) => {
        for (const one of seconds) expect(toIso(at(one))).toBe(new Date(at(one)).toISOString());
      }),
    );
  });

  it('moves by seconds, also backwards', () => {
    expect([plus(NOW, 1.5) - NOW, plus(NOW, -2) - NOW]).toEqual([1500, -2000]);
  });
});

describe('two clocks that differ', () => {
  it.each([
    ['no cause', undefined, 0],
    ['a cause in the past', -10, 0],
    ['a cause at this moment', 0, 0],
    ['a cause a little ahead', 3.9, 3.9],
    ['a cause at the edge of the tolerance', 4, 4],
    ['a cause that is too far ahead to be believed', 60, 4],
  ])('%s: it is %s s, and now is %s s later', (_, cause, later) => {
    const caused = cause === undefined ? undefined : at(cause);

    expect(nowAfter(NOW, caused)).toBe(at(later));
  });

  it('leave a deadline certainly over only after the tolerance', () => {
    const just = at(4);

    expect([isPast(NOW, just), isPast(NOW, instant(just - 1)), isPast(NOW, NOW)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
