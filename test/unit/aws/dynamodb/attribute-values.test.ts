import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemOf, typedItem } from '../../../../lib/aws/dynamodb/attribute-values.ts';

/** The SDK reads a column of that name as the prototype of what it reads. */
const name = fc.string().filter((text) => text !== '__proto__');

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.uint8Array(),
    fc.set(fc.string(), { minLength: 1 }).map((all) => new Set(all)),
    fc.set(fc.integer(), { minLength: 1 }).map((all) => new Set(all)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}));
const items = fc.dictionary(name, value, { noNullPrototype: true });

/** As JSON has it: bytes are base 64. */
const inJson = (attributes: object): unknown =>
  JSON.parse(
    JSON.stringify(attributes, (_, one: unknown) => {
      if (isBytes(one)) return Buffer.from(one.data).toString('base64');
      return one instanceof Uint8Array ? Buffer.from(one).toString('base64') : one;
    }),
  );

const isBytes = (one: unknown): one is { readonly data: readonly number[] } =>
  typeof one === 'object' && one !== null && 'type' in one && one.type === 'Buffer';

describe('attribute values', () => {
  it('are those the SDK makes of an item', () => {
    fc.assert(
      fc.property(items, (item) => {
        expect(inJson(typedItem(item))).toEqual(
          inJson(marshall(item, { removeUndefinedValues: true })),
        );
      }),
    );
  });

  it('are read as the SDK reads them', () => {
    fc.assert(
      fc.property(items, (item) => {
        const stored = marshall(item, { removeUndefinedValues: true });
        const received = JSON.parse(JSON.stringify(typedItem(item)));

        expect(itemOf(received)).toEqual(unmarshall(stored));
      }),
    );
  });

  it('keep a column with any name', () => {
    const item = JSON.parse('{"fields":{"__proto__":"a","constructor":"b"}}');

    const read = itemOf(JSON.parse(JSON.stringify(typedItem(item))));

    expect(JSON.stringify(read)).toBe('{"fields":{"__proto__":"a","constructor":"b"}}');
    expect(Object.getPrototypeOf(read.fields)).toBe(Object.prototype);
  });

  it.each([
    ['a date', new Date()],
    ['a function', () => {}],
    ['not a number', Number.NaN],
    ['an integer that would be rounded', 2 ** 53],
    ['a set without members', new Set()],
    ['a set of two types', new Set(['a', 1])],
  ])('are refused for %s', (_, value) => {
    expect(() => typedItem({ value })).toThrow();
  });

  it('are refused without a type they know, and beyond exact numbers', () => {
    expect(() => itemOf({ a: { X: 'b' } })).toThrow("type 'X'");
    expect(() => itemOf({ a: {} })).toThrow('without a type');
    expect(() => itemOf({ a: { N: '9007199254740993' } })).toThrow('9007199254740993');
  });
});
