// A Connect flow that asks. It hands over its contact and the parameters of the action, and takes a
// flat map of texts; what fails is thrown, so that the flow takes its error branch.
// docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
import middy from '@middy/core';
import type { FlowTaskName } from '../../lib/application/tasks/inbound-tasks.ts';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { TaskOutput, UseCase } from '../../lib/application/tasks/tasks.ts';
import { readFlowCall } from '../../lib/aws/events/flow-call.ts';
import { invariant } from '../../lib/domain/model/invariant.ts';
import { observer } from './observe.ts';
import { type Exactly, type PortFactories, wire } from './wire.ts';

export function flow<T extends FlowTaskName, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
) {
  const ports = wire<T>(wiring);
  const { middlewares, watch } = observer(task);
  return middy<unknown, TaskOutput<T>>()
    .use(middlewares)
    .handler((event: unknown) =>
      watch(async (about) => {
        const input = readFlowCall(task, event);
        about(input);
        const answer = await useCase(input, ports);
        const empty = Object.entries(answer).find(
          ([, text]) => typeof text !== 'string' || text === '',
        );
        invariant(empty === undefined, `${task} tells nothing as '${empty?.[0]}'`);
        return answer;
      }),
    );
}
