import { ConnectClient } from '@aws-sdk/client-connect';
import { SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import { agentNames } from '../../../../lib/aws/connect/agent-names.ts';
import { connectDirectory } from '../../../../lib/aws/connect/directory.ts';
import { dynamo, dynamoClient } from '../../../../lib/aws/dynamodb/document-table.ts';
import { type Answer, answeringAws } from '../../../support/answering-aws.ts';

const QUEUE = 'arn:aws:connect:eu-central-1:111122223333:instance/i/queue/q-1';

describe('the directory', () => {
  const parameters = (...entries: readonly (readonly [string, string])[]) =>
    entries.map(([name, Value]) => ({ Name: `/ringback/${name}`, Value, Type: 'String' }));

  function directoryOver(answer: (nth: number) => Answer) {
    const { asked, config } = answeringAws((_, nth) => answer(nth));
    return { asked, directory: connectDirectory(new SSMClient(config), '/ringback') };
  }
  const twoPages = (nth: number): Answer =>
    nth === 0
      ? { body: { Parameters: parameters(['queues/sales', QUEUE]), NextToken: 'more' } }
      : { body: { Parameters: parameters(['numbers/main', '+48221230000']) } };

  it('knows queues and own numbers from all pages, read once', async () => {
    const { asked, directory } = directoryOver(twoPages);

    const known = await Promise.all([directory.queueArn('sales'), directory.number('main')]);

    expect(known).toEqual([QUEUE, '+48221230000']);
    expect(asked.map(({ body }) => body)).toEqual([
      { Path: '/ringback', Recursive: true },
      { Path: '/ringback', Recursive: true, NextToken: 'more' },
    ]);
  });

  it('leads back from a Connect queue, by ARN or id', async () => {
    const { directory } = directoryOver(twoPages);

    expect(await directory.queueOf(QUEUE)).toBe('sales');
    expect(await directory.queueOf('q-1')).toBe('sales');
    expect(await directory.queueOf('q-2')).toBeUndefined();
  });

  it('knows the waiting flow of a campaign before that of its queue', async () => {
    const { directory } = directoryOver(() => ({
      body: {
        Parameters: parameters(
          ['waiting-flows/sales', 'arn:queue'],
          ['campaign-waiting-flows/spring', 'arn:campaign'],
        ),
      },
    }));

    expect(await directory.waitingFlowArn('sales', 'spring')).toBe('arn:campaign');
    expect(await directory.waitingFlowArn('sales', 'autumn')).toBe('arn:queue');
    expect(await directory.waitingFlowArn('service', 'autumn')).toBeUndefined();
  });

  it('names what it does not know', async () => {
    const { directory } = directoryOver(twoPages);

    await expect(directory.queueArn('night')).rejects.toThrow("'queues/night'");
    await expect(directory.number('sales')).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('asks again after it could not be read', async () => {
    const { directory } = directoryOver((nth) =>
      nth === 0 ? { error: 'ThrottlingException', status: 429 } : twoPages(nth - 1),
    );

    await expect(directory.queueArn('sales')).rejects.toMatchObject({
      name: 'TelephonyUnavailable',
    });
    expect(await directory.queueArn('sales')).toBe(QUEUE);
  });
});

describe('the name behind a user id', () => {
  const ARN = 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent/u-1';

  function namesOver(seen: Answer, user: Answer) {
    const table = answeringAws(() => seen);
    const connect = answeringAws(() => user);
    const db = dynamo(dynamoClient(table.config));
    return {
      table,
      connect,
      names: agentNames(db, 'runtime', new ConnectClient(connect.config), 'i'),
    };
  }
  const seen: Answer = { body: { Item: { agent: { S: 'eva' } } } };
  const unseen: Answer = { body: {} };

  it('comes from the board of agents, looked up once', async () => {
    const { table, connect, names } = namesOver(seen, {});

    expect(await names(ARN)).toBe('eva');
    expect(await names('u-1')).toBe('eva');
    expect(table.asked.map(({ body }) => body.Key)).toEqual([
      { pk: { S: 'user#u-1' }, sk: { S: 'user' } },
    ]);
    expect(connect.asked).toEqual([]);
  });

  it('comes from Connect for an agent without events', async () => {
    const { connect, names } = namesOver(unseen, { body: { User: { Username: 'tom' } } });

    expect(await names(ARN)).toBe('tom');
    expect(connect.asked.map(({ path }) => path)).toEqual(['/users/i/u-1']);
  });

  it('is unknown for a user Connect has no more', async () => {
    const { names } = namesOver(unseen, { error: 'ResourceNotFoundException', status: 404 });

    expect(await names(ARN)).toBeUndefined();
  });

  it('waits when Connect is busy', async () => {
    const { names } = namesOver(unseen, { error: 'TooManyRequestsException', status: 429 });

    await expect(names(ARN)).rejects.toMatchObject({ name: 'TelephonyUnavailable' });
  });
});
