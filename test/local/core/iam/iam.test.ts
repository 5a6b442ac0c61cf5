import { describe, expect, it } from 'vitest';
import { Iam, type ServicePrincipal } from '../../../../lib/local/iam/iam.ts';
import { parsePolicy } from '../../../../lib/local/iam/policy.ts';
import { matchesWildcard } from '../../../../lib/local/iam/wildcard.ts';
import type { Json } from '../../../../lib/local/json.ts';

const location = {
  partition: 'aws',
  account: '000000000000',
  region: 'eu-central-1',
  endpoint: '',
} as const;
const QUEUE = 'arn:aws:sqs:eu-central-1:000000000000:work';
const RULE: ServicePrincipal = {
  kind: 'service',
  name: 'events.amazonaws.com',
  sourceArn: 'arn:aws:events:eu-central-1:000000000000:rule/calls',
};

const policy = (...statements: readonly Json[]) => parsePolicy({ Statement: statements });
const allow = (Action: Json, Resource: Json, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});

function roleWith(...statements: readonly Json[]) {
  const iam = new Iam(location);
  const role = iam.addRole('worker', ['lambda.amazonaws.com']);
  iam.allow(role, policy(...statements));
  return { iam, role };
}

describe('a role', () => {
  it.each<[string, Json[], boolean]>([
    ['without a statement', [], false],
    ['with the very action and resource', [allow('sqs:SendMessage', QUEUE)], true],
    ['with wildcards in both', [allow('sqs:*Message', 'arn:aws:sqs:*:*:wor?')], true],
    ['whose action differs in case', [allow('SQS:sendmessage', QUEUE)], true],
    ['for another queue', [allow('sqs:SendMessage', `${QUEUE}2`)], false],
    ['for another action', [allow(['sqs:ReceiveMessage'], '*')], false],
    [
      'with a deny beside the allow',
      [allow('*', '*'), { ...allow('sqs:*', '*'), Effect: 'Deny' }],
      false,
    ],
    [
      'whose condition holds',
      [allow('*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
      true,
    ],
    [
      'whose condition fails',
      [allow('*', '*', { Condition: { StringEquals: { 'aws:PrincipalAccount': '1' } } })],
      false,
    ],
    [
      'with a condition on what is not known',
      [allow('*', '*', { Condition: { StringEquals: { 'aws:SourceArn': 'x' } } })],
      false,
    ],
    [
      'with an IfExists condition on what is not known',
      [allow('*', '*', { Condition: { StringEqualsIfExists: { 'aws:SourceArn': 'x' } } })],
      true,
    ],
  ])('%s may send: %#', (_, statements, expected) => {
    const { iam, role } = roleWith(...statements);

    expect(iam.isAllowed(role, 'sqs:SendMessage', QUEUE)).toBe(expected);
  });

  it('is asked again after it was given more', () => {
    const { iam, role } = roleWith();
    const before = iam.isAllowed(role, 'sqs:SendMessage', QUEUE);

    iam.allow(role, policy(allow('sqs:SendMessage', QUEUE)));

    expect([before, iam.isAllowed(role, 'sqs:SendMessage', QUEUE)]).toEqual([false, true]);
  });

  it('is judged by the facts of each request where a condition hangs on them', () => {
    const Condition = { StringLike: { 'ses:FromAddress': '*@example.com' } };
    const { iam, role } = roleWith(allow('ses:SendEmail', '*', { Condition }));
    const may = (from: string) =>
      iam.isAllowed(role, 'ses:SendEmail', 'arn:identity', { 'ses:fromaddress': from });

    expect([may('a@example.com'), may('a@evil.com'), may('b@example.com')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is only given to services it trusts', () => {
    const { iam, role } = roleWith();

    expect(iam.roleFor('lambda.amazonaws.com', role.arn)).toBe(role);
    expect(() => iam.roleFor('events.amazonaws.com', role.arn)).toThrow(
      'role/worker does not trust events.amazonaws.com',
    );
  });
});

describe('a service acting on its own', () => {
  const toQueue = (more: object) =>
    allow('sqs:SendMessage', QUEUE, { Principal: { Service: 'events.amazonaws.com' }, ...more });
  const bySource = (pattern: string) => ({ Condition: { ArnLike: { 'aws:SourceArn': pattern } } });

  it.each<[string, Json[], boolean]>([
    ['no policy', [], false],
    ['a policy for it', [toQueue({})], true],
    ['a policy for its rule', [toQueue(bySource('arn:aws:events:*:*:rule/*'))], true],
    ['a policy for another rule', [toQueue(bySource('arn:aws:events:*:*:rule/x'))], false],
    [
      'a policy for another service',
      [toQueue({ Principal: { Service: 'sns.amazonaws.com' } })],
      false,
    ],
    [
      'a deny for everybody',
      [toQueue({}), { ...toQueue({ Principal: '*' }), Effect: 'Deny' }],
      false,
    ],
  ])('needs the policy of the resource: %s', (_, statements, expected) => {
    const iam = new Iam(location);
    if (statements.length > 0) iam.allowOnResource(QUEUE, policy(...statements));

    expect(iam.isAllowed(RULE, 'sqs:SendMessage', QUEUE)).toBe(expected);
  });

  it('is refused naming itself, the resource and where it comes from', () => {
    const iam = new Iam(location);

    expect(() => iam.authorize(RULE, 'sqs:SendMessage', QUEUE)).toThrow(
      `User: events.amazonaws.com is not authorized to perform: sqs:SendMessage on resource: ${QUEUE}` +
        ` because the policy of ${QUEUE} has no statement allowing it for ${RULE.sourceArn}`,
    );
  });
});

it.each<[Json, RegExp]>([
  [
    allow('*', '*', { Condition: { DateLessThan: { 'aws:CurrentTime': 'x' } } }),
    /operator 'DateLessThan'/,
  ],
  [allow('*', '*', { Condition: { StringEquals: { 'aws:SourceIp': 'x' } } }), /key 'aws:sourceip'/],
  [{ Effect: 'Allow', NotAction: '*', Resource: '*' }, /statement key 'NotAction'/],
])('a statement that cannot be judged is refused by name', (statement, message) => {
  expect(() => policy(statement)).toThrow(message);
});

it.each([
  ['a*c', 'abbc', true],
  ['a*c', 'abbd', false],
  ['a.c', 'abc', false],
  ['a?c', 'abc', true],
  ['*', 'anything/at all', true],
])('wildcard %s and %s: %s', (pattern, text, expected) => {
  expect(matchesWildcard(pattern, text)).toBe(expected);
});
