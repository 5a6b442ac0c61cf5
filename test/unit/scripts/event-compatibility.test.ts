// test/golden/events-released holds the schemas of the last release: at a release,
// `cp schemas/events/*.schema.json test/golden/events-released/`.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompatibilities, type Shape } from '../../../scripts/event-compatibility.ts';
import { eventSchemas } from '../../../scripts/event-schemas.ts';

const RELEASED = new URL('../../golden/events-released/', import.meta.url);
const released = readdirSync(RELEASED).map((name): readonly [string, Shape] => [
  name,
  JSON.parse(readFileSync(new URL(name, RELEASED), 'utf8')),
]);
const today = eventSchemas();
const schemaOf = (name: string): Shape | undefined => {
  const text = today[name];
  return text === undefined ? undefined : JSON.parse(text);
};

describe('the events of the last release (WHK-2)', () => {
  it.each(released)('%s: whoever reads it can read today’s', (name, old) => {
    expect(incompatibilities(old, schemaOf(name))).toEqual([]);
  });
});

const DETAIL: Shape = {
  type: 'object',
  required: ['id', 'status'],
  properties: {
    id: { type: 'string' },
    status: { type: 'string', enum: ['answered', 'busy'] },
    saw: { anyOf: [{ type: 'string' }, { type: 'number' }] },
    gates: {
      type: 'array',
      items: { type: 'object', properties: { gate: { type: 'string' } }, required: ['gate'] },
    },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
  },
};
const changedBy = (properties: Readonly<Record<string, Shape>>, more: Shape = {}): Shape => ({
  ...DETAIL,
  ...more,
  properties: { ...DETAIL.properties, ...properties },
});

describe('a change of a schema', () => {
  it.each<[string, Shape]>([
    ['a further field', changedBy({ more: { type: 'number' } })],
    ['a further value', changedBy({ status: { type: 'string', enum: ['busy', 'x', 'answered'] } })],
    ['any value', changedBy({ status: { type: 'string' } })],
    ['a further kind', changedBy({ id: { type: ['string', 'number'] } })],
    ['a field that is always there now', changedBy({}, { required: ['id', 'status', 'saw'] })],
  ])('that allows %s is fine', (_, now) => {
    expect(incompatibilities(DETAIL, now)).toEqual([]);
  });

  it.each<[string, Shape, string]>([
    [
      'a value less',
      changedBy({ status: { type: 'string', enum: ['busy'] } }),
      'status can no longer be "answered"',
    ],
    [
      'certain values only',
      changedBy({ id: { type: 'string', const: 'x' } }),
      'id has only certain values now',
    ],
    ['another kind', changedBy({ id: { type: 'number' } }), 'id is no longer of type string'],
    ['a kind less', changedBy({ saw: { type: 'string' } }), 'saw is no longer of type number'],
    [
      'a field that may be missing',
      changedBy({}, { required: ['id'] }),
      'status may be missing now',
    ],
    [
      'another kind within a list',
      changedBy({ gates: { type: 'array', items: { type: 'string' } } }),
      'gates[] is no longer of type object',
    ],
    ['no map any more', changedBy({ fields: { type: 'object' } }), 'fields.* is gone'],
  ])('to %s is refused', (_, now, reason) => {
    expect(incompatibilities(DETAIL, now)).toContain(reason);
  });

  it('that takes any field out of any event is refused', () => {
    const events = Object.keys(today);
    fc.assert(
      fc.property(fc.constantFrom(...events), fc.nat(), (name, n) => {
        const old = schemaOf(name) ?? {};
        const names = Object.keys(old.properties ?? {});
        const gone = names[n % names.length] ?? '';
        const { [gone]: _, ...properties } = old.properties ?? {};

        expect(incompatibilities(old, { ...old, properties })).toContain(`${gone} is gone`);
      }),
    );
  });
});
