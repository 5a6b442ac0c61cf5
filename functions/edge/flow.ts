// A Connect flow that asks. It hands over its contact and the parameters of the action, and takes a
// flat map of texts; what fails is thrown, so that the flow takes its error branch.
// docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
import middy from '@middy/core';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type {
  TaskInput,
  TaskName,
  TaskOutput,
  UseCase,
} from '../../lib/application/tasks/tasks.ts';
import { readFlowCall } from '../../lib/aws/events/flow-call.ts';
import { invariant } from '../../lib/domain/model/invariant.ts';
import { observer } from './observe.ts';
import { readInput } from './parse.ts';
import { type Exactly, type PortFactories, type StartedBy, wire } from './wire.ts';

/**
 * The catalogue's schema of the task says which parameters it takes; `readInput` holds them against
 * it.
 */
const readCall = <T extends TaskName>(event: unknown) =>
  readFlowCall(event) as unknown as TaskInput<T>;

export function flow<T extends StartedBy<'flow'>, W extends PortFactories<T>>(
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
        const input = await readInput<T>(task, event, 'event', readCall<T>);
        invariant(input !== undefined, 'every event of a flow is about a call');
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
