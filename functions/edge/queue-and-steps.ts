// A function that handles messages of a queue and steps of a state machine, with the same ports, so
// that what it remembers of the one helps with the other.
import type { Context, SQSEvent } from 'aws-lambda';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { UseCase } from '../../lib/application/tasks/tasks.ts';
import type { Environment } from '../../lib/aws/environment.ts';
import { messageBatches } from './queue.ts';
import { answers } from './request.ts';
import { type Exactly, type PortFactories, type Reader, type StartedBy, wire } from './wire.ts';

export function queueAndSteps<T extends StartedBy<'queue'>, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
  reader: (environment: Environment) => Reader<T>,
) {
  const ports = wire<T>(wiring);
  const handleMessages = messageBatches(task, useCase, ports, reader(process.env));
  const handleStep = answers(task, useCase, ports);
  return (event: unknown, context: Context) =>
    isOfQueue(event) ? handleMessages(event, context) : handleStep(event, context);
}

/** Lambda hands over messages in a list of this name; no step has one. */
const isOfQueue = (event: unknown): event is SQSEvent =>
  typeof event === 'object' && event !== null && 'Records' in event;
