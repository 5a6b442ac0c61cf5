import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, parsePattern } from '../../../../lib/local/events/event-pattern.ts';
import type { Json } from '../../../../lib/local/json.ts';

const event = {
  source: 'ringback',
  'detail-type': 'CallEnded',
  detail: {
    status: 'busy',
    attempts: 3,
    campaign: 'spring',
    tags: ['vip', 'cz'],
    steps: [
      { name: 'a', ok: true },
      { name: 'b', ok: false },
    ],
    note: null,
  },
};

const detail = (pattern: Json) => ({ detail: pattern });

describe('an event pattern', () => {
  it.each<[string, Json, boolean]>([
    ['exact value', { source: ['other', 'ringback'] }, true],
    ['exact value, none', { source: ['other'] }, false],
    ['number', detail({ attempts: [3] }), true],
    ['null', detail({ note: [null] }), true],
    ['list element', detail({ tags: ['cz'] }), true],
    ['within a list of objects', detail({ steps: { name: ['b'] } }), true],
    ['all fields', detail({ status: ['busy'], campaign: ['autumn'] }), false],
    ['prefix', detail({ campaign: [{ prefix: 'spr' }] }), true],
    ['suffix', detail({ campaign: [{ suffix: 'spr' }] }), false],
    ['equals-ignore-case', detail({ status: [{ 'equals-ignore-case': 'BUSY' }] }), true],
    ['wildcard', detail({ campaign: [{ wildcard: 's*ng' }] }), true],
    ['wildcard takes dots as dots', detail({ campaign: [{ wildcard: 's.*' }] }), false],
    ['anything-but', detail({ status: [{ 'anything-but': ['busy', 'error'] }] }), false],
    ['anything-but, single', detail({ status: [{ 'anything-but': 'error' }] }), true],
    ['anything-but a prefix', detail({ campaign: [{ 'anything-but': { prefix: 'spr' } }] }), false],
    ['anything-but needs the field', detail({ nothing: [{ 'anything-but': 'x' }] }), false],
    ['exists', detail({ status: [{ exists: true }] }), true],
    ['exists not', detail({ nothing: [{ exists: false }] }), true],
    ['exists not, nested', detail({ no: { where: [{ exists: false }] } }), true],
    ['numeric range', detail({ attempts: [{ numeric: ['>', 2, '<=', 3] }] }), true],
    ['numeric of a string', detail({ status: [{ numeric: ['>', 0] }] }), false],
    ['$or', detail({ $or: [{ status: ['answered'] }, { attempts: [3] }] }), true],
    ['$or, none', detail({ $or: [{ status: ['answered'] }, { attempts: [4] }] }), false],
  ])('%s', (_, pattern, expected) => {
    expect(matches(parsePattern(pattern), event)).toBe(expected);
  });

  it.each<[Json, RegExp]>([
    [{ a: [{ cidr: '10.0.0.0/8' }] }, /event pattern operator 'cidr'/],
    [{ a: [{ prefix: { 'equals-ignore-case': 'x' } }] }, /'prefix' of a non-string/],
    [{ a: [{ numeric: ['~', 1] }] }, /numeric event pattern \["~",1\]/],
    [{ a: [{ prefix: 'x', suffix: 'y' }] }, /operator 'prefix', 'suffix'/],
  ])('with something unknown is refused by name: %j', (pattern, message) => {
    expect(() => parsePattern(pattern)).toThrow(message);
  });

  it('of plain values agrees with the sentence "every field is one of these"', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const value = fc.constantFrom<Json>('x', 'y', 1, null, true);
    const patterns = fc.dictionary(key, fc.array(value, { minLength: 1, maxLength: 3 }));

    fc.assert(
      fc.property(patterns, fc.dictionary(key, value), (pattern, object) => {
        const sentence = Object.entries(pattern).every(
          ([name, wanted]) => name in object && wanted.includes(object[name] ?? null),
        );

        expect(matches(parsePattern(pattern), object)).toBe(sentence);
      }),
      { seed: 11 },
    );
  });

  it('of a negated list matches exactly where the list does not, given the field', () => {
    const word = fc.constantFrom('x', 'y', 'z', '');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), word, (words, value) => {
        const listed = matches(parsePattern({ a: words }), { a: value });
        const butListed = matches(parsePattern({ a: [{ 'anything-but': words }] }), { a: value });

        expect(butListed).toBe(!listed);
      }),
      { seed: 12 },
    );
  });
});
