import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { requests } from '../../../../lib/aws/dynamodb/requests.ts';
import { type Answer, answeringAws, brokenConnection } from '../../../support/answering-aws.ts';

const GET = '{"TableName":"t"}';

/** The first answers in their order, then the last again and again. */
function told(answers: readonly (Answer | Error)[], settings: object = {}) {
  const { asked, config } = answeringAws((_, nth) => {
    const answer = answers[Math.min(nth, answers.length - 1)] ?? {};
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const client = new DynamoDBClient({ ...config, maxAttempts: 3, ...settings });
  return { asked, send: requests(client) };
}

describe('requests to DynamoDB', () => {
  it('goes where the SDK would go, and is signed for there', async () => {
    const { asked, send } = told([{ body: { Item: {} } }], { endpoint: 'http://127.0.0.1:4566' });

    expect(await send('GetItem', GET)).toEqual({ Item: {} });

    const [{ headers, path, text }] = asked as [(typeof asked)[0]];
    expect({ path, text, host: headers.host }).toEqual({
      ...{ path: '/', text: GET, host: '127.0.0.1:4566' },
    });
    expect(headers.authorization).toMatch(/Credential=test\/\d{8}\/eu-central-1\/dynamodb\//);
    expect(headers['user-agent']).toMatch(/^aws-sdk-js\/3/);
  });

  it('sends nothing beside what is asked for', async () => {
    const { asked, send } = told([{ body: {} }]);

    await Promise.all([send('GetItem', GET), send('Query', GET)]);

    expect(asked.map(({ headers }) => headers['x-amz-target'])).toEqual([
      ...['DynamoDB_20120810.GetItem', 'DynamoDB_20120810.Query'],
    ]);
  });

  it.each<readonly [string, Answer | Error]>([
    ['a connection broke', brokenConnection('ECONNRESET')],
    ['too much was asked', { error: 'ProvisionedThroughputExceededException' }],
    ['DynamoDB failed', { status: 500, error: 'InternalServerError' }],
    ['somebody in between failed', { status: 503, text: '<html>' }],
  ])('tries again when %s', async (_, failure) => {
    const { asked, send } = told([failure, { body: { Item: {} } }]);

    expect(await send('GetItem', GET)).toEqual({ Item: {} });
    expect(asked).toHaveLength(2);
  });

  it('does not try again what is refused, and says by which name', async () => {
    const { asked, send } = told([
      { error: 'com.amazonaws.dynamodb.v20120810#ValidationException', body: { message: 'no' } },
    ]);

    await expect(send('GetItem', GET)).rejects.toMatchObject({
      ...{ name: 'ValidationException', message: 'no', $fault: 'client' },
      $metadata: { httpStatusCode: 400, attempts: 1 },
    });
    expect(asked).toHaveLength(1);
  });

  it('gives up after as many tries as the client says', async () => {
    const { asked, send } = told([brokenConnection('ECONNRESET')]);

    await expect(send('GetItem', GET)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(asked).toHaveLength(3);
  });

  it('corrects a clock that is wrong by what DynamoDB says', async () => {
    const dates: string[] = [];
    const right = '2040-01-02T03:04:05Z';
    const handle = async ({ headers }: { headers: Record<string, string> }) => {
      dates.push(headers['x-amz-date'] ?? '');
      const [statusCode, __type] = dates.length === 1 ? [400, 'InvalidSignatureException'] : [200];
      const body = Readable.from([Buffer.from(JSON.stringify({ __type }))]);
      const date = new Date(right).toUTCString();
      return { response: { statusCode, headers: { date }, body } };
    };
    const { send } = told([], { requestHandler: { handle } });

    await send('GetItem', GET);
    await send('GetItem', GET);

    const [first = '', ...others] = dates;
    expect(first < '2040').toBe(true);
    expect(others.map((date) => date.slice(0, 13))).toEqual(['20400102T0304', '20400102T0304']);
  });

  it('asks for credentials each time, and works as soon as there are some', async () => {
    let given: string | undefined;
    const credentials = async () => {
      if (given === undefined) throw new Error('nobody is signed in');
      return { accessKeyId: given, secretAccessKey: 'secret', expiration: new Date(0) };
    };
    const { asked, send } = told([{ body: {} }], { credentials });

    await expect(send('GetItem', GET)).rejects.toThrow('nobody is signed in');
    given = 'ann';
    await send('GetItem', GET);
    given = 'bob';
    await send('GetItem', GET);

    const keys = asked.map(({ headers }) => /=(\w+)\//.exec(headers.authorization ?? '')?.[1]);
    expect(keys).toEqual(['ann', 'bob']);
  });
});
