// CloudFormation as the caller: it hears how it went by a request to an address of its own,
// whatever happens. What fails is told with its reason and does not go up: Lambda would try again,
// and CloudFormation has decided by then.
import middy from '@middy/core';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { UseCase } from '../../lib/application/tasks/tasks.ts';
import {
  answerCloudFormation,
  parseCustomResourceEvent,
  type readCustomResource,
} from '../../lib/aws/events/custom-resource-event.ts';
import { observer } from './observe.ts';
import { parseInput } from './parse.ts';
import { type Exactly, type PortFactories, type StartedBy, wire } from './wire.ts';

export function customResource<T extends StartedBy<'deployment'>, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
  read: typeof readCustomResource,
) {
  const ports = wire<T>(wiring);
  const { middlewares, watch } = observer(task);
  return middy<unknown, void>()
    .use(middlewares)
    .handler(async (raw: unknown) => {
      const event = parseCustomResourceEvent(raw);
      // the deletion of what was never made: there is nothing to undo
      if (event.RequestType === 'Delete' && event.PhysicalResourceId?.startsWith('failed:'))
        return answerCloudFormation(event, {
          status: 'SUCCESS',
          physicalId: event.PhysicalResourceId,
        });
      const result = await watch(async () => {
        const { input, physicalId } = read(event);
        const done = await useCase(parseInput(task, input, 'ResourceProperties'), ports);
        await answerCloudFormation(event, { status: 'SUCCESS', physicalId });
        return done;
      }).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
      if (result instanceof Error)
        await answerCloudFormation(event, {
          status: 'FAILED',
          reason: `${result.name}: ${result.message}`,
        });
    });
}
