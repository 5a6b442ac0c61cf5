import { describe, expect, it } from 'vitest';
import { jsonService } from '../../../../lib/local/gateway/json-service.ts';
import { restService } from '../../../../lib/local/gateway/rest-service.ts';
import { readSignature } from '../../../../lib/local/gateway/signature.ts';
import type { LocalCloud } from '../../../../lib/local/local-cloud.ts';
import { startCloud } from '../support/assembly.ts';

const empty = { stacks: { App: { Resources: {} } } };
const signed = (key: string, service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260307/eu-central-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

async function ask(cloud: LocalCloud, headers: Readonly<Record<string, string>>, body = '{}') {
  const answer = await fetch(`${cloud.endpoint}/things/a%20b`, { method: 'POST', headers, body });
  return { status: answer.status, body: (await answer.json()) as unknown, headers: answer.headers };
}

describe('the gateway', () => {
  it('refuses a request nobody signed', async () => {
    const cloud = await startCloud(empty);

    expect(await ask(cloud, {})).toMatchObject({
      status: 403,
      body: { __type: 'MissingAuthenticationToken' },
    });
  });

  it('refuses an access key nobody was given', async () => {
    const cloud = await startCloud(empty);

    expect(await ask(cloud, signed('stranger', 'sqs'))).toMatchObject({
      status: 403,
      body: { __type: 'UnrecognizedClientException' },
    });
  });

  it('refuses a body that is not JSON', async () => {
    const cloud = await startCloud(empty);
    const headers = {
      ...signed(cloud.iam.administratorKey, 'sqs'),
      'x-amz-target': 'AmazonSQS.SendMessage',
    };

    expect(await ask(cloud, headers, 'not json')).toMatchObject({
      status: 400,
      body: { __type: 'SerializationException' },
    });
  });

  it('shows simulated time in its answers, so SDK clients do not correct their clocks', async () => {
    const cloud = await startCloud(empty);

    const { headers } = await ask(cloud, {});

    expect(headers.get('date')).toBe('Sat, 07 Mar 2026 12:00:00 GMT');
  });

  it('serves services and open routes an extension brings', async () => {
    const cloud = await startCloud(empty, {
      extensions: [
        {
          resources: {},
          services: () => [
            jsonService('calls', 'json-1.1', {
              Ring: { access: () => [], run: (input) => ({ rang: input.number }) },
            }),
            restService('things', [
              {
                name: 'MakeThing',
                method: 'POST',
                path: '/things/{Name}',
                access: () => [],
                run: (_, { Name = '' }) => ({ made: Name }),
              },
            ]),
          ],
        },
      ],
    });
    cloud.gateway.registerOpenRoute('/things', ({ body }) => ({ status: 200, body: `"${body}"` }));

    const ring = { ...signed(cloud.iam.administratorKey, 'calls'), 'x-amz-target': 'X.Ring' };
    const answers = [
      await ask(cloud, ring, '{"number":7}'),
      await ask(cloud, signed(cloud.iam.administratorKey, 'things')),
      await ask(cloud, {}, 'open'),
    ];

    expect(answers.map(({ body }) => body)).toEqual([{ rang: 7 }, { made: 'a b' }, 'open']);
    expect(cloud.meter.lines()).toEqual([
      { service: 'calls', action: 'Ring', principal: 'administrator', calls: 1, units: 1 },
      { service: 'things', action: 'MakeThing', principal: 'administrator', calls: 1, units: 1 },
    ]);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'refuses the action %s by name, like any other it does not know',
    async (action) => {
      const cloud = await startCloud(empty);
      const headers = {
        ...signed(cloud.iam.administratorKey, 'sqs'),
        'x-amz-target': `AmazonSQS.${action}`,
      };

      expect(await ask(cloud, headers)).toMatchObject({
        status: 400,
        body: { __type: 'NotEmulated', message: `not emulated: sqs:${action}` },
      });
    },
  );

  it('answers a bug of the emulation as an error nobody retries', async () => {
    const cloud = await startCloud(empty, {
      extensions: [
        {
          resources: {},
          services: () => [
            jsonService('calls', 'json-1.0', {
              Ring: {
                access: () => [],
                run: () => {
                  throw new RangeError('out of range');
                },
              },
            }),
          ],
        },
      ],
    });

    const headers = { ...signed(cloud.iam.administratorKey, 'calls'), 'x-amz-target': 'X.Ring' };

    expect(await ask(cloud, headers)).toMatchObject({
      status: 400,
      body: { __type: 'LocalCloudBug', message: expect.stringContaining('out of range') },
    });
  });
});

it.each([
  ['a header', { headers: signed('k', 's3'), query: '' }, { accessKey: 'k', service: 's3' }],
  [
    'a presigned address',
    { headers: {}, query: 'X-Amz-Credential=k%2F2026%2Fr%2Fs3%2Faws4_request' },
    { accessKey: 'k', service: 's3' },
  ],
  ['nothing', { headers: {}, query: '' }, undefined],
  ['another scheme', { headers: { authorization: 'Bearer x' }, query: '' }, undefined],
])('a signature is read from %s', (_, { headers, query }, expected) => {
  expect(readSignature({ headers, query: new URLSearchParams(query) })).toEqual(expected);
});
