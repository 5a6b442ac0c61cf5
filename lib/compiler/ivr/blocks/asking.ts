// How blocks invoke functions: each receives the IVR and the block, whose settings it reads from
// the definitions.

import type { FlowTaskName } from '../../../application/tasks/inbound-tasks.ts';
import { CALL_ATTRIBUTES, visitsAttribute } from '../../../domain/calls/call-attributes.ts';
import type { Action } from '../../flows/flow.ts';
import { external } from '../flow-attributes.ts';
import { ask, keep } from '../ivr-actions.ts';
import { type BlockAt, part } from '../ivr-context.ts';

interface Asked {
  readonly task: FlowTaskName;
  readonly with?: Readonly<Record<string, string>>;
  readonly next: string;
  readonly failed: string;
}

export function invokeTask(id: string, { context, id: block }: BlockAt, asked: Asked): Action {
  const parameters = { ivr: context.ivrId, block, ...asked.with };
  return ask(id, context.references.lambda(asked.task), parameters, asked);
}

/** Stores that a block's request was answered, before the flow goes on with the answer. */
export function noteVisit({ id }: BlockAt, at: string, next: string): Action {
  return keep(at, { [visitsAttribute(id)]: external('visits') }, next);
}

/** What a function has found out about the caller, as attributes. */
export const IDENTITY_FOUND: Readonly<Record<string, string>> = Object.fromEntries(
  (['identity', 'record', 'attempt', 'lastAgent', 'privateAgent'] as const).map((name) => [
    CALL_ATTRIBUTES[name],
    external(name),
  ]),
);

export const partOf =
  ({ id }: BlockAt) =>
  (suffix: string): string =>
    part(id, suffix);
