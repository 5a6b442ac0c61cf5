import type { KinesisStreamRecord, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pipe } from '../../../../functions/edge/pipe.ts';
import { queue } from '../../../../functions/edge/queue.ts';
import { request } from '../../../../functions/edge/request.ts';
import { schedule } from '../../../../functions/edge/schedule.ts';
import { stream } from '../../../../functions/edge/stream.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { capturedLog, lambdaContext } from '../../../support/lambda.ts';

/** These use cases need no port. */
const unused = () => ({}) as never;

let log: ReturnType<typeof capturedLog>;
beforeEach(() => {
  log = capturedLog();
});
afterEach(() => log.stop());

const metrics = () => {
  const sums: Record<string, number> = {};
  for (const line of log.lines()) {
    for (const name of ['Handled', 'Failed', 'Ignored']) {
      const counted = [line[name] ?? []].flat().map(Number);
      sums[name] = (sums[name] ?? 0) + counted.reduce((sum, n) => sum + n, 0);
    }
  }
  return sums;
};

describe('the queue edge', () => {
  type Input = TaskInput<'message-events'>;
  const unusedPorts = { campaigns: unused, clock: unused, ledger: unused, records: unused };
  const ours: Input = { campaign: 'spring', record: 'ann', message: 'm1', outcome: 'delivered' };
  const sqsRecord = (messageId: string, body: unknown) =>
    ({ messageId, body: typeof body === 'string' ? body : JSON.stringify(body) }) as SQSRecord;

  function messageEvents(work: (input: Input) => Promise<{ outcome: string }>) {
    const handler = queue('message-events', work, unusedPorts);
    return (...Records: SQSRecord[]) => handler({ Records }, lambdaContext);
  }

  it('works on every message and asks for none again when all went well', async () => {
    const seen: Input[] = [];
    const handle = messageEvents(async (input) => {
      seen.push(input);
      return { outcome: 'told' };
    });

    const answer = await handle(sqsRecord('q1', ours), sqsRecord('q2', { ...ours, message: 'm2' }));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual([ours, { ...ours, message: 'm2' }]);
    expect(metrics()).toEqual({ Handled: 2, Failed: 0, Ignored: 0 });
  });

  it('asks again for the one that failed only', async () => {
    const handle = messageEvents(async (input) => {
      if ('message' in input && input.message === 'm2') throw new Fault('RecordContended', 'busy');
      return { outcome: 'told' };
    });

    const answer = await handle(sqsRecord('q1', ours), sqsRecord('q2', { ...ours, message: 'm2' }));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'q2' }] });
    expect(metrics()).toEqual({ Handled: 1, Failed: 1, Ignored: 0 });
  });

  it('asks again for all when all failed, without failing itself', async () => {
    const handle = messageEvents(async () => {
      throw new Fault('StoreUnavailable', 'down');
    });

    const answer = await handle(sqsRecord('q1', ours), sqsRecord('q2', ours));

    expect(answer.batchItemFailures.length).toBe(2);
  });

  it('fails a message of a wrong shape with its place, so that it ends in the dead-letter queue', async () => {
    const handle = messageEvents(async () => ({ outcome: 'told' }));

    const answer = await handle(
      sqsRecord('q1', ours),
      sqsRecord('q2', { ...ours, outcome: 'lost' }),
      sqsRecord('q3', 'not json'),
    );

    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([
      'q2',
      'q3',
    ]);
    const errors = log.lines().flatMap((line) => (line.error as { message: string }) ?? []);
    expect(errors.map(({ message }) => message.split(':')[0])).toEqual([
      'Records[1].body.outcome',
      'Records[2].body',
    ]);
  });

  it('acknowledges what a reader finds to be about nothing of ours', async () => {
    const seen: Input[] = [];
    const handler = queue(
      'message-events',
      async (input) => {
        seen.push(input);
        return { outcome: 'told' };
      },
      unusedPorts,
      () => (body) => (body === 7 ? undefined : ours),
    );

    const answer = await handler(
      { Records: [sqsRecord('q1', 7), sqsRecord('q2', 8)] },
      lambdaContext,
    );

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual([ours]);
    expect(metrics()).toEqual({ Handled: 1, Failed: 0, Ignored: 1 });
  });

  it('writes ids and outcomes to the log, and nothing else of the input', async () => {
    const handle = messageEvents(async () => ({ outcome: 'told' }));

    await handle(sqsRecord('q1', { ...ours, reason: 'no such user ann@example.org' }));

    expect(log.lines().find((line) => line.message === 'handled')).toMatchObject({
      service: 'message-events',
      campaign: 'spring',
      record: 'ann',
      outcome: 'told',
      function_request_id: 'request-1',
    });
    expect(log.text()).not.toContain('ann@example.org');
  });

  it('never writes a whole number or address, even if a service repeats it in its error', async () => {
    const handle = messageEvents(async () => {
      const cause = new Error('+48221000001 is blocked; write to ann@example.org');
      throw new Error('refused +48221000001', { cause });
    });

    await handle(sqsRecord('q1', ours));

    expect(log.text()).toContain('refused …001');
    expect(log.text()).toContain('a…@example.org');
    expect(log.text()).not.toMatch(/48221000001|ann@example/);
  });
});

describe('the request edge', () => {
  const input = { campaign: 'spring', to: 'running', by: 'olga' };
  const wiring = {
    clock: unused,
    definitions: unused,
    campaigns: unused,
    tickQueue: unused,
  };

  it('answers with what the use case returns', async () => {
    const handler = request(
      'switch-campaign',
      async ({ to }) => ({ kind: 'switched', state: to }),
      wiring,
    );

    expect(await handler(input, lambdaContext)).toEqual({ kind: 'switched', state: 'running' });
  });

  it('names all that is wrong with an input', async () => {
    const handler = request(
      'switch-campaign',
      async () => ({ kind: 'switched', state: 'off' }),
      wiring,
    );

    const refused = handler({ campaign: '', to: 'up', by: 'olga' }, lambdaContext);

    await expect(refused).rejects.toMatchObject({
      name: 'BadInput',
      message: expect.stringMatching(/^input\.campaign: .*; input\.to: /),
    });
  });

  it('fails under the fault’s name, which Retry and Catch match', async () => {
    const handler = request(
      'switch-campaign',
      async () => {
        throw new Fault('RecordContended', 'busy');
      },
      wiring,
    );

    await expect(handler(input, lambdaContext)).rejects.toMatchObject({
      name: 'RecordContended',
      message: 'busy',
    });
  });
});

describe('the schedule edge', () => {
  it('needs nothing of the event', async () => {
    const swept = { settled: 3, messages: 0, erased: 0 };
    const handler = schedule('sweeper', async () => swept, {
      clock: unused,
      definitions: unused,
      records: unused,
      journal: unused,
      contacts: unused,
      slots: unused,
      surveyQueue: unused,
      voicemails: unused,
      smsQueue: unused,
      emailQueue: unused,
      olderOrders: unused,
      campaigns: unused,
      webhooks: unused,
      webhookQueue: unused,
      jobs: unused,
      copyQueue: unused,
      agents: unused,
      tickQueue: unused,
      agentHolds: unused,
    });

    expect(await handler({ time: 'whatever' }, lambdaContext)).toEqual(swept);
  });
});

describe('the stream edge', () => {
  const presence: TaskInput<'agent-events'> = {
    agent: 'eva',
    arn: 'arn:eva',
    group: 'sales',
    activity: 'free',
    since: 1,
    eventAt: 2,
  };
  const kinesisRecord = (sequenceNumber: string, data: string) =>
    ({
      kinesis: { sequenceNumber, data: Buffer.from(data).toString('base64') },
    }) as KinesisStreamRecord;

  it('reads JSON in base 64 and names the records to come again by their sequence number', async () => {
    const seen: unknown[] = [];
    const handler = stream(
      'agent-events',
      async (input) => {
        seen.push(input);
        return { outcome: 'noted' };
      },
      {
        definitions: unused,
        campaigns: unused,
        agents: unused,
        phones: unused,
        records: unused,
        agentHolds: unused,
        tickQueue: unused,
      },
      (body) => ({ ...presence, agent: String(body) }),
    );

    const Records = [
      kinesisRecord('49-1', '"eva"'),
      kinesisRecord('49-2', '{'),
      kinesisRecord('49-3', '"tom"'),
    ];
    const answer = await handler({ Records }, lambdaContext);

    expect(seen).toEqual([presence, { ...presence, agent: 'tom' }]);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '49-2' }] });
    expect(log.text()).toContain('Records[1].kinesis.data: not JSON');
  });
});

describe('the pipe edge', () => {
  const publish = (events: readonly unknown[]) =>
    pipe(
      'publish-journal',
      async ({ entry }) => {
        const n = Number(entry);
        // the first takes longest: order must not follow from who is ready first
        for (let wait = 0; wait < 5 - n; wait++) await Promise.resolve();
        return { detailType: `entry ${n}`, detail: { n } };
      },
      {},
      (body) => [{ entry: body }],
    )(events, lambdaContext);

  it('answers in the order it was asked', async () => {
    expect(await publish([1, 2, 3])).toEqual(
      [1, 2, 3].map((n) => ({ detailType: `entry ${n}`, detail: { n } })),
    );
  });

  it('tells each that stands for several one by one, in their order', async () => {
    const handler = pipe(
      'publish-journal',
      async ({ entry }) => ({ detailType: `entry ${entry}`, detail: {} }),
      {},
      (body) => (body as number[]).map((entry) => ({ entry })),
    );

    const told = await handler([[1, 2], [3]], lambdaContext);

    expect(told.map(({ detailType }) => detailType)).toEqual(['entry 1', 'entry 2', 'entry 3']);
  });

  it('fails whole when one cannot be read, so that the pipe halves it', async () => {
    const handler = pipe(
      'publish-journal',
      async () => ({ detailType: 'x', detail: {} }),
      {},
      (body) => {
        if (body === 2) throw new Error('unreadable');
        return [{ entry: body }];
      },
    );

    await expect(handler([1, 2], lambdaContext)).rejects.toThrow('unreadable');
  });
});
