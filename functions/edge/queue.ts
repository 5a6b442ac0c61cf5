// SQS: the body is JSON, either the task's input itself or what a reader makes it from.
import type { SQSRecord } from 'aws-lambda';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { UseCase } from '../../lib/application/tasks/tasks.ts';
import type { Environment } from '../../lib/aws/environment.ts';
import { batch } from './batch.ts';
import { parseJson } from './parse.ts';
import { type Exactly, type PortFactories, type Reader, type StartedBy, wire } from './wire.ts';

/** @param reader for messages in somebody else's words: EventBridge events of AWS services */
export function queue<T extends StartedBy<'queue'>, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
  reader?: (environment: Environment) => Reader<T>,
) {
  return messageBatches(task, useCase, wire<T>(wiring), reader?.(process.env));
}

export function messageBatches<T extends StartedBy<'queue'>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  ports: PortsOf<T>,
  read: Reader<T> | undefined,
) {
  return batch<T, SQSRecord>({
    task,
    useCase,
    ports,
    idOf: ({ messageId }) => messageId,
    read,
    bodyOf: ({ body }, at) => ({ body: parseJson(body, `${at}.body`), at: `${at}.body` }),
  });
}
