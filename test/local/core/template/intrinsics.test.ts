import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../lib/local/json.ts';
import { isTrue, resolve, type Scope } from '../../../../lib/local/template/intrinsics.ts';
import { inOrderOfReferences } from '../../../../lib/local/template/references.ts';

const scope: Scope = {
  location: {
    partition: 'aws',
    account: '000000000000',
    region: 'eu-central-1',
    endpoint: 'http://127.0.0.1:1',
  },
  stackName: 'App',
  parameters: new Map([['Stage', 'prod']]),
  mappings: { Sizes: { prod: { Memory: 512 } } },
  conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsTest: { 'Fn::Not': [{ Condition: 'IsProd' }] },
    Both: { 'Fn::And': [{ Condition: 'IsProd' }, { Condition: 'IsTest' }] },
    Any: { 'Fn::Or': [{ Condition: 'IsTest' }, { Condition: 'IsProd' }] },
  },
  ref: (id) => `ref-${id}`,
  attribute: (id, name) => `${id}/${name}`,
  imported: (name) => `imported-${name}`,
};

describe('intrinsic functions', () => {
  it.each<[Json, Json]>([
    [{ Ref: 'Queue' }, 'ref-Queue'],
    [{ Ref: 'Stage' }, 'prod'],
    [{ Ref: 'AWS::Region' }, 'eu-central-1'],
    [{ Ref: 'AWS::AccountId' }, '000000000000'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue/Arn'],
    [{ 'Fn::GetAtt': 'Queue.Outputs.Deep' }, 'Queue/Outputs.Deep'],
    [{ 'Fn::Sub': '${Queue}-${Queue.Arn}-${!Literal}' }, 'ref-Queue-Queue/Arn-${Literal}'],
    [{ 'Fn::Sub': ['${x}/${Stage}', { x: { Ref: 'Queue' } }] }, 'ref-Queue/prod'],
    [{ 'Fn::Join': [':', ['a', { Ref: 'Queue' }]] }, 'a:ref-Queue'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    [{ 'Fn::If': ['IsProd', { a: 1 }, { a: 2 }] }, { a: 1 }],
    [{ list: [1, { 'Fn::If': ['IsTest', 2, { Ref: 'AWS::NoValue' }] }] }, { list: [1] }],
    [{ a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
    [{ 'Fn::ImportValue': { 'Fn::Sub': '${Stage}-x' } }, 'imported-prod-x'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'Memory'] }, 512],
    [{ 'Fn::Base64': 'hi' }, 'aGk='],
    [
      { Ref: 'x', and: 'more' },
      { Ref: 'x', and: 'more' },
    ],
  ])('%j is %j', (template, expected) => {
    expect(resolve(template, scope)).toEqual(expected);
  });

  it.each<[Json, RegExp]>([
    ['{{resolve:ssm:/a:1}}', /dynamic reference '\{\{resolve:ssm:\/a:1\}\}'/],
    [{ 'Fn::Transform': {} }, /intrinsic function 'Fn::Transform'/],
    [{ Ref: 'AWS::NotificationARNs' }, /pseudo parameter 'AWS::NotificationARNs'/],
    [{ 'Fn::Select': [5, ['a']] }, /the list has no item 5/],
    [{ 'Fn::FindInMap': ['Sizes', 'test', 'Memory'] }, /nothing at Sizes.test.Memory/],
    [{ 'Fn::If': ['Nowhere', 1, 2] }, /no condition 'Nowhere'/],
  ])('%j is refused', (template, message) => {
    expect(() => resolve(template, scope)).toThrow(message);
  });

  it.each([
    ['IsProd', true],
    ['IsTest', false],
    ['Both', false],
    ['Any', true],
  ])('condition %s is %s', (name, expected) => {
    expect(isTrue(name, scope)).toBe(expected);
  });
});

describe('the order of resources', () => {
  const resource = (properties: Json, dependsOn?: Json) => ({
    Type: 'T',
    Properties: properties,
    DependsOn: dependsOn,
  });

  it('puts what is referred to first, however it is referred to', () => {
    const order = inOrderOfReferences({
      Alarm: resource({}, ['Function']),
      Function: resource({ env: { 'Fn::Sub': '${Queue}x${Role.Arn}' } }),
      Role: resource({ q: { 'Fn::GetAtt': 'Queue.Arn' } }),
      Queue: resource({ dead: { Ref: 'Dead' }, region: { Ref: 'AWS::Region' } }),
      Dead: resource({}),
    });

    expect(order).toEqual(['Dead', 'Queue', 'Role', 'Function', 'Alarm']);
  });

  it('refuses a circle, naming its members', () => {
    const circle = { A: resource({ Ref: 'B' }), B: resource({ Ref: 'A' }) };

    expect(() => inOrderOfReferences(circle)).toThrow(/in a circle: A, B/);
  });
});
