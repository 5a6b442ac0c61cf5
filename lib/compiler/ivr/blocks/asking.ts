// How blocks ask functions: every one of them is told the IVR and the block, whose settings it
// reads in the definitions.

import type { FlowTaskName } from '../../../application/tasks/inbound-tasks.ts';
import { CALL_ATTRIBUTES, visitsAttribute } from '../../../domain/calls/call-attributes.ts';
import type { Action } from '../../flows/flow.ts';
import { type BlockAt, part } from '../call-facts.ts';
import { external } from '../flow-attributes.ts';
import { ask, keep } from '../ivr-actions.ts';

interface Asked {
  readonly task: FlowTaskName;
  readonly with?: Readonly<Record<string, string>>;
  readonly next: string;
  readonly failed: string;
}

export function askFunction(id: string, { call, id: block }: BlockAt, asked: Asked): Action {
  const parameters = { ivr: call.ivrId, block, ...asked.with };
  return ask(id, call.references.lambda(asked.task), parameters, asked);
}

/** Notes that a block's request was answered, before anything follows of the answer. */
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
