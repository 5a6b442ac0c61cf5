// Services of the REST-JSON protocol as tables of actions with their paths; others are refused by
// name.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Json } from '../json.ts';
import type { Access, GatewayRequest, Service, ServiceCall, ServiceResponse } from './service.ts';

/** What a path such as /functions/{FunctionName}/invocations matched, decoded. */
export type PathValues = Readonly<Record<string, string>>;

/** One action of a REST-JSON service. */
export interface RestAction {
  readonly name: string;
  readonly method: string;
  /** e.g. /2015-03-31/functions/{FunctionName}/invocations */
  readonly path: string;
  readonly access: (call: ServiceCall, path: PathValues) => readonly Access[];
  /** A plain value is answered with status 200. */
  readonly run: (call: ServiceCall, path: PathValues) => Promise<Json | Raw> | Json | Raw;
  readonly units?: (call: ServiceCall) => number;
}

/** An answer with its own status, headers or body. */
export class Raw {
  readonly answer: ServiceResponse;

  constructor(answer: ServiceResponse) {
    this.answer = answer;
  }
}

interface Route {
  readonly action: RestAction;
  readonly expression: RegExp;
}

export function restService(name: string, actions: readonly RestAction[]): Service {
  const routes = actions.map((action): Route => ({ action, expression: pattern(action.path) }));
  const find = ({ method, path }: GatewayRequest) => {
    for (const { action, expression } of routes) {
      if (action.method !== method) continue;
      const match = expression.exec(path);
      if (match) return { action, values: decoded(match.groups ?? {}) };
    }
    return undefined;
  };
  const found = (call: ServiceCall) => {
    const route = find(call.request);
    if (!route) throw new NotEmulated(`${name}:${call.action}`);
    return route;
  };
  return {
    name,
    protocol: 'rest-json',
    actions: actions.map((action) => action.name),
    actionOf: (request) => find(request)?.action.name ?? `${request.method} ${request.path}`,
    access: (call) => {
      const { action, values } = found(call);
      return action.access(call, values);
    },
    handle: async (call) => {
      const { action, values } = found(call);
      const output = await action.run(call, values);
      const units = action.units?.(call) ?? 1;
      if (output instanceof Raw) return { units, ...output.answer };
      return {
        status: 200,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(output),
        units,
      };
    },
  };
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`);
}

function decoded(groups: Readonly<Record<string, string>>): PathValues {
  return Object.fromEntries(
    Object.entries(groups).map(([key, value]) => [key, decodeURIComponent(value)]),
  );
}
