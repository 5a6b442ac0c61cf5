// Requests to the HTTP API. A failure that no use case foresaw goes up: it is logged, counts as an
// error of the function, which has an alarm, and the gateway answers 500 without any of its words.
import middy from '@middy/core';
import type { HttpRequest } from '../../lib/application/tasks/api-tasks.ts';
import type { PortsOf } from '../../lib/application/tasks/task-ports.ts';
import type { UseCase } from '../../lib/application/tasks/tasks.ts';
import { readHttpRequest } from '../../lib/aws/events/http-event.ts';
import { observer } from './observe.ts';
import { parseInput } from './parse.ts';
import { type Exactly, type PortFactories, type StartedBy, wire } from './wire.ts';

interface HttpResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function http<T extends StartedBy<'http'>, W extends PortFactories<T>>(
  task: T,
  useCase: UseCase<T, PortsOf<T>>,
  wiring: Exactly<T, W>,
  read: (event: unknown) => HttpRequest = readHttpRequest,
) {
  const ports = wire<T>(wiring);
  const { middlewares, watch } = observer(task);
  return middy<unknown, HttpResult>()
    .use(middlewares)
    .handler(async (event: unknown) => {
      const request = read(event);
      const { status, headers, body } = await watch((about) => {
        about(request.params);
        return useCase(parseInput(task, request, 'request'), ports);
      });
      return { statusCode: status, headers, body };
    });
}
