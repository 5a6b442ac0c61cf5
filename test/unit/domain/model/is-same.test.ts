import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame } from '../../../../lib/domain/model/is-same.ts';

describe('two values of plain data', () => {
  it('are the same when every part is, in whatever order', () => {
    expect(isSame({ a: [1, { b: 'x' }], c: null }, { c: null, a: [1, { b: 'x' }] })).toBe(true);
    expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [[], {}],
    [{ a: null }, { a: {} }],
    ['1', 1],
  ])('differ when a part does: %j and %j', (a, b) => {
    expect(isSame(a, b)).toBe(false);
    expect(isSame(b, a)).toBe(false);
  });

  it('any value is the same as its copy', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => isSame(value, structuredClone(value))));
  });
});
