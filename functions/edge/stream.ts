// Kinesis: the data is JSON in base 64, read by whoever knows its words.
import type { KinesisStreamRecord } from 'aws-lambda';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { UseCase } from '../../lib/application/tasks/tasks.ts';
import { batch } from './batch.ts';
import { parseJson } from './parse.ts';
import { type Exactly, type PortFactories, type Reader, type StartedBy, wire } from './wire.ts';

export function stream<T extends StartedBy<'stream'>, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
  read: Reader<T>,
) {
  return batch<T, KinesisStreamRecord>({
    task,
    useCase,
    ports: wire<T>(wiring),
    idOf: ({ kinesis }) => kinesis.sequenceNumber,
    read,
    bodyOf({ kinesis }, at) {
      const text = Buffer.from(kinesis.data, 'base64').toString();
      return { body: parseJson(text, `${at}.kinesis.data`), at: `${at}.kinesis.data` };
    },
  });
}
