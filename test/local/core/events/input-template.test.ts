import { expect, it } from 'vitest';
import { fillTemplate, parsedTemplate } from '../../../../lib/local/events/input-template.ts';
import { parsePath, valueAtPath } from '../../../../lib/local/events/json-path.ts';
import { targetInput } from '../../../../lib/local/events/target-input.ts';
import type { JsonObject } from '../../../../lib/local/json.ts';

const values: JsonObject = { name: 'Ann "A"', count: 2, list: [1, { a: null }], nothing: null };
const lookup = (name: string) => values[name];

it.each([
  ['{"who": <name>, "n": <count>, "l": <list>}', { who: 'Ann "A"', n: 2, l: [1, { a: null }] }],
  ['{"text": "for <name>, <count> times <missing>!"}', { text: 'for Ann "A", 2 times !' }],
  ['{"text": "all: <list>"}', { text: 'all: [1,{"a":null}]' }],
  ['{"none": <missing>}', { none: null }],
  ['{"math": "1 < 2 > 0"}', { math: '1 < 2 > 0' }],
  ['for <count>', 'for 2'],
])('fills %s', (template, expected) => {
  expect(parsedTemplate(fillTemplate(template, lookup))).toEqual(expected);
});

it.each([
  ['$', { a: [{ 'b-c': 5 }] }],
  ['$.a[0]', { 'b-c': 5 }],
  ['$.a[0].b-c', 5],
  ["$.a[0]['b-c']", 5],
  ['$.a[1].b', undefined],
  ['$.a.b', undefined],
])('reads %s', (path, expected) => {
  expect(valueAtPath(parsePath(path), { a: [{ 'b-c': 5 }] })).toEqual(expected);
});

it.each(['a.b', '$.a[*]', '$..a', '$.a[?(@.b)]'])('refuses the path %s by name', (path) => {
  expect(() => parsePath(path)).toThrow(/not emulated: path/);
});

const rule = { arn: 'arn:rule', name: 'rule' };
const event = { time: '2026-03-07T12:00:00Z', detail: { id: 7 } };

it.each([
  [{}, event],
  [{ Input: '{"fixed":1}' }, { fixed: 1 }],
  [{ InputPath: '$.detail' }, { id: 7 }],
  [
    {
      InputTransformer: {
        InputPathsMap: { id: '$.detail.id' },
        InputTemplate:
          '{"id": <id>, "rule": <aws.events.rule-name>, "at": "<aws.events.event.ingestion-time>"}',
      },
    },
    { id: 7, rule: 'rule', at: '2026-03-07T12:00:00Z' },
  ],
])('hands a target what %j asks for', (settings, expected) => {
  expect(JSON.parse(targetInput(settings)(event, rule))).toEqual(expected);
});
