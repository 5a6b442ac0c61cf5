// Services of the AWS JSON protocols as tables of actions; an action that is not in the table is
// refused by name.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Json, JsonObject } from '../json.ts';
import { own } from '../json.ts';
import type { Access, Service, ServiceCall, ServiceResponse } from './service.ts';

/**
 * One action of a service that speaks AWS JSON: X-Amz-Target names it, the body carries its input.
 */
export interface JsonAction {
  readonly access: (input: JsonObject, call: ServiceCall) => readonly Access[];
  readonly run: (
    input: JsonObject,
    call: ServiceCall,
  ) => Promise<Json | undefined> | Json | undefined;
  /** What AWS prices; 1 when left out. */
  readonly units?: (input: JsonObject, call: ServiceCall) => number;
}

export function jsonService(
  name: string,
  protocol: 'json-1.0' | 'json-1.1',
  actions: Readonly<Record<string, JsonAction>>,
): Service {
  const find = (call: ServiceCall): JsonAction => {
    const action = own(actions, call.action);
    if (!action) throw new NotEmulated(`${name}:${call.action}`);
    return action;
  };
  const contentType = `application/x-amz-json-${protocol.slice(-3)}`;
  return {
    name,
    protocol,
    actions: Object.keys(actions),
    actionOf: ({ headers }) => targetAction(String(headers['x-amz-target'] ?? '')),
    access: (call) => find(call).access(call.json(), call),
    handle: async (call): Promise<ServiceResponse> => {
      const action = find(call);
      const output = await action.run(call.json(), call);
      return {
        status: 200,
        headers: { 'Content-Type': contentType },
        body: JSON.stringify(output ?? {}),
        units: action.units?.(call.json(), call) ?? 1,
      };
    },
  };
}

export function targetAction(target: string): string {
  return target.slice(target.lastIndexOf('.') + 1) || 'unknown';
}
