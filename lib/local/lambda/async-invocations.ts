// Events a function gets without anybody waiting for its answer: retried twice, one and two minutes
// later, then handed to the failure destination. Source: Lambda Developer Guide, "Asynchronous
// invocation".
import { randomUUID } from 'node:crypto';
import type { Faults } from '../faults.ts';
import type { Iam } from '../iam/iam.ts';
import type { SqsQueues } from '../sqs/sqs-queues.ts';
import type { SimulatedTime } from '../time.ts';
import type { InvocationResult } from './execution-environment.ts';
import type { LambdaFunction } from './lambda-function.ts';

const MINUTE = 60_000;

interface Parts {
  readonly time: SimulatedTime;
  readonly iam: Iam;
  readonly faults: Faults;
  readonly queues: SqsQueues;
}

export class AsyncInvocations {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  send(target: LambdaFunction, payload: string): void {
    const id = randomUUID();
    const { time, faults } = this.parts;
    const { copies = 1, delay = 0 } =
      faults.onDelivery?.({ to: 'lambda', target: target.settings.arn, id, body: payload }) ?? {};
    for (let copy = 0; copy < copies; copy++)
      if (delay > 0) time.after(delay, () => this.attempt(target, payload, id, 1));
      else this.attempt(target, payload, id, 1);
  }

  private attempt(target: LambdaFunction, payload: string, id: string, nth: number): void {
    const { time } = this.parts;
    time.work(`event for function ${target.settings.name}`, async () => {
      const outcome = await target.invoke(payload);
      const { maximumRetryAttempts, onSuccess } = target.asynchronous;
      if (!outcome.functionError) {
        if (onSuccess) this.report(target, onSuccess, { id, payload, nth, outcome });
      } else if (nth <= maximumRetryAttempts)
        time.after(nth * MINUTE, () => this.attempt(target, payload, id, nth + 1));
      else this.giveUp(target, payload, id, nth, outcome);
    });
  }

  private giveUp(
    target: LambdaFunction,
    payload: string,
    id: string,
    nth: number,
    outcome: InvocationResult,
  ): void {
    const { onFailure } = target.asynchronous;
    if (onFailure) this.report(target, onFailure, { id, payload, nth, outcome });
    const { deadLetterTarget } = target.settings;
    if (deadLetterTarget) this.toQueue(target, deadLetterTarget, payload);
  }

  private report(
    target: LambdaFunction,
    destination: string,
    invocation: { id: string; payload: string; nth: number; outcome: InvocationResult },
  ): void {
    const { outcome } = invocation;
    const record = {
      version: '1.0',
      timestamp: this.parts.time.iso(),
      requestContext: {
        requestId: invocation.id,
        functionArn: `${target.settings.arn}:$LATEST`,
        condition: outcome.functionError ? 'RetriesExhausted' : 'Success',
        approximateInvokeCount: invocation.nth,
      },
      requestPayload: JSON.parse(invocation.payload) as unknown,
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        functionError: outcome.functionError,
      },
      responsePayload: JSON.parse(outcome.payload) as unknown,
    };
    this.toQueue(target, destination, JSON.stringify(record));
  }

  /** The function's own role must be allowed to send. */
  private toQueue(target: LambdaFunction, queueArn: string, body: string): void {
    const { role } = target.settings;
    this.parts.iam.authorize(role, 'sqs:SendMessage', queueArn);
    this.parts.queues.withArn(queueArn).send({ body, sender: role.arn });
  }
}
