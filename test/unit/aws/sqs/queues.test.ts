import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { sqsDialQueue } from '../../../../lib/aws/sqs/dial-queue.ts';
import { sqsTickQueue } from '../../../../lib/aws/sqs/tick-queue.ts';
import { attemptId, campaignId } from '../../../../lib/domain/model/ids.ts';
import { type Answer, type Asked, answeringAws } from '../../../support/answering-aws.ts';
import { ref } from '../../../support/records.ts';

const URL = 'https://sqs.eu-central-1.amazonaws.com/111122223333/dial';

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
}
const entriesOf = ({ body }: Asked) => body.Entries as readonly Entry[];

function sqsOver(answer: (asked: Asked, nth: number) => Answer = () => ({ body: {} })) {
  const { asked, config } = answeringAws(answer);
  // Answers hold no checksums of the bodies, which the client would compare.
  return { asked, sqs: new SQSClient({ ...config, md5: false }) };
}

const orders = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ref: ref('spring', `r${n}`),
    attempt: attemptId(`a${n}`),
  }));

describe('the dial queue', () => {
  it('carries an order in the words of place-call, grouped by campaign, after its delay', async () => {
    const { asked, sqs } = sqsOver();

    await sqsDialQueue(sqs, URL).send(orders(2), [0, 4.2]);

    expect(asked.map(({ body }) => body)).toEqual([
      {
        QueueUrl: URL,
        Entries: [
          {
            Id: '0',
            MessageBody: '{"campaign":"spring","record":"r0","attempt":"a0"}',
            DelaySeconds: 0,
            MessageGroupId: 'spring',
          },
          {
            Id: '1',
            MessageBody: '{"campaign":"spring","record":"r1","attempt":"a1"}',
            DelaySeconds: 5,
            MessageGroupId: 'spring',
          },
        ],
      },
    ]);
  });

  it('sends ten at once', async () => {
    const { asked, sqs } = sqsOver();

    await sqsDialQueue(sqs, URL).send(orders(23));

    expect(asked.map((one) => entriesOf(one).length)).toEqual([10, 10, 3]);
    expect(new Set(asked.flatMap(entriesOf).map((entry) => entry.MessageBody)).size).toBe(23);
  });

  it('asks nothing when there is nothing to send', async () => {
    const { asked, sqs } = sqsOver();

    await sqsDialQueue(sqs, URL).send([]);

    expect(asked).toEqual([]);
  });

  it('sends again only what SQS did not take', async () => {
    const busy = { Id: '1', Code: 'InternalError', SenderFault: false };
    const { asked, sqs } = sqsOver((_, nth) => ({ body: nth === 0 ? { Failed: [busy] } : {} }));

    await sqsDialQueue(sqs, URL).send(orders(3));

    expect(asked.map((one) => entriesOf(one).map(({ Id }) => Id))).toEqual([
      ['0', '1', '2'],
      ['1'],
    ]);
  });

  it('raises StoreUnavailable when SQS never takes it', async () => {
    const busy = { Id: '0', Code: 'InternalError', SenderFault: false };
    const { asked, sqs } = sqsOver(() => ({ body: { Failed: [busy] } }));

    await expect(sqsDialQueue(sqs, URL).send(orders(1))).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
    expect(asked.length).toBe(3);
  });

  it('takes a message SQS will never take for a bug', async () => {
    const ours = { Id: '0', Code: 'InvalidMessageContents', SenderFault: true };
    const { sqs } = sqsOver(() => ({ body: { Failed: [ours] } }));

    await expect(sqsDialQueue(sqs, URL).send(orders(1))).rejects.toThrow('InvalidMessageContents');
  });

  it('raises StoreUnavailable when SQS is throttling', async () => {
    const { sqs } = sqsOver(() => ({ error: 'RequestThrottled', status: 403 }));

    await expect(sqsDialQueue(sqs, URL).send(orders(1))).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
  });
});

describe('the tick queue', () => {
  it('carries one tick of the campaign for each delay', async () => {
    const { asked, sqs } = sqsOver();

    await sqsTickQueue(sqs, URL).send(campaignId('spring'), [0, 5, 10]);

    expect(asked[0]?.body.Entries).toEqual(
      [0, 5, 10].map((DelaySeconds, n) => ({
        Id: String(n),
        MessageBody: '{"campaign":"spring"}',
        DelaySeconds,
        MessageGroupId: 'spring',
      })),
    );
  });
});
