import { describe, expect, it } from 'vitest';
import { isPath, isPathWithLeaf, mentionsPath } from '../../../../lib/compiler/flows/paths.ts';
import { hasPlaceholder, placeholdersOf } from '../../../../lib/compiler/flows/placeholders.ts';

describe('a path of the flow language', () => {
  it.each([
    '$.Attributes.name',
    "$.Attributes['a name']",
    '$.External.list[0].value',
    '$.StoredCustomerInput',
    '$.Queue.OutboundCallerId.Address',
  ])('is %s', (path) => {
    expect([isPath(path), isPathWithLeaf(path), mentionsPath(path)]).toEqual([true, true, true]);
  });

  it.each(['name', '$', '$.', 'Hello $.Attributes.name', '$.Attributes.a b', '$.1st'])(
    'is not %s',
    (text) => {
      expect(isPath(text)).toBe(false);
    },
  );

  it.each(['$.Attributes', '$.External', '$.Customer'])('has no leaf in %s', (path) => {
    expect([isPath(path), isPathWithLeaf(path)]).toEqual([true, false]);
  });

  it('is found inside a text, but a price is none', () => {
    expect(mentionsPath('Hello $.Attributes.name!')).toBe(true);
    expect(mentionsPath('It costs $.50')).toBe(false);
  });
});

describe('a placeholder', () => {
  it.each(['${Queue.Arn}', 'arn:${Region}:x', '{{queue}}', '%QueueArn%'])('is in %s', (text) => {
    expect(hasPlaceholder(text)).toBe(true);
  });

  it.each(['100 % sure', '{x}', '$.Attributes.a', '5% and 6%'])('is not in %s', (text) => {
    expect(hasPlaceholder(text)).toBe(false);
  });

  it('is listed once, in the order of the document', () => {
    const content = { a: ['${B}', '{{c}}'], d: { e: 'x ${B} %F%' } };

    expect(placeholdersOf(content)).toEqual(['${B}', '{{c}}', '%F%']);
  });
});
