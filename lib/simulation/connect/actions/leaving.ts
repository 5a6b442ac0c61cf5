// Actions that transfer the contact to a queue, to another flow or outside, or end it.

import { isObject } from '../../../compiler/json.ts';
import type { FlowContact } from '../contact.ts';
import type { QueueRouting, QueueTarget } from '../effects.ts';
import { NotEmulated } from '../not-emulated.ts';
import { asText, readValue } from '../values.ts';
import {
  type ActionAt,
  type ActionExit,
  type ActionRun,
  end,
  FAILED,
  failed,
  type Handler,
  integerOf,
  isTrueValue,
  NEXT,
  perform,
  referenceOf,
  refuse,
  textOf,
} from './handler.ts';

function* targetQueue(at: ActionAt): ActionRun {
  const target = yield* findTarget(at);
  if (!target) return FAILED;
  at.contact.target = target;
  return NEXT;
}

function* findTarget(at: ActionAt): ActionRun<QueueTarget | undefined> {
  const reference = referenceOf(at);
  if (!reference) return undefined;
  const result = yield* perform({ kind: 'target', reference });
  return result.kind === 'found' ? result.target : undefined;
}

function* toQueue({ contact }: ActionAt): ActionRun {
  const { target } = contact;
  if (!target) return FAILED;
  const result = yield* perform({ kind: 'queue', target, routing: routingOf(contact, target) });
  return result.kind === 'done' ? end({ kind: 'queued' }) : failed(result.error);
}

/** Where the contact goes without an id is not documented. */
function* toOtherQueue(at: ActionAt): ActionRun {
  const { action, contact } = at;
  if (at.parameters.QueueId === undefined && at.parameters.AgentId === undefined) {
    throw new NotEmulated(`action '${action.Identifier}' without QueueId or AgentId`);
  }
  const target = yield* findTarget(at);
  if (!target) return FAILED;
  const result = yield* perform({ kind: 'requeue', target, routing: routingOf(contact, target) });
  if (result.kind === 'failed') return failed(result.error);
  contact.target = target;
  return end({ kind: 'requeued' });
}

/** Routing criteria are ignored in an agent's queue. */
function routingOf(contact: FlowContact, target: QueueTarget): QueueRouting {
  return {
    priority: contact.priority,
    ageSeconds: contact.ageSeconds,
    criteria: target.kind === 'queue' ? contact.routingCriteria : undefined,
  };
}

function* toFlow(at: ActionAt): ActionRun {
  const flowId = textOf(at, 'ContactFlowId');
  if (!flowId) return FAILED;
  const result = yield* perform({ kind: 'load-flow', flowId, as: 'flow' });
  if (result.kind === 'failed') return failed(result.error);
  return { kind: 'flow', flowId, flow: result.flow };
}

function* toModule(at: ActionAt): ActionRun {
  const flowId = textOf(at, 'FlowModuleId');
  if (!flowId) return FAILED;
  const result = yield* perform({ kind: 'load-flow', flowId, as: 'module' });
  if (result.kind === 'failed') return failed(result.error);
  const input = readValue(at.parameters.Input ?? {}, at);
  return { kind: 'module', flowId, flow: result.flow, input };
}

function endModule(at: ActionAt): ActionExit {
  const data = readValue(at.parameters.ResultData ?? {}, at);
  return { kind: 'module-end', result: textOf(at, 'Result'), data };
}

function* toThirdParty(at: ActionAt): ActionRun {
  const callerId = isObject(at.parameters.CallerId) ? at.parameters.CallerId : {};
  const read = (name: string) =>
    callerId[name] === undefined ? undefined : asText(readValue(callerId[name], at));
  const number = textOf(at, 'ThirdPartyPhoneNumber');
  const limitSeconds = integerOf(at, 'ThirdPartyConnectionTimeLimitSeconds');
  if (!number || limitSeconds === undefined) return FAILED;
  const returns = isTrueValue(at, 'ContinueFlowExecution');
  const result = yield* perform({
    kind: 'dial',
    number,
    limitSeconds,
    returns,
    callerId: read('Number'),
    callerName: read('Name'),
    dtmf: textOf(at, 'ThirdPartyDTMFDigits'),
  });
  if (result.kind === 'failed') return failed(returns ? result.error : 'NoMatchingError');
  return returns ? NEXT : end({ kind: 'sent-outside' });
}

/** The end of a contact flow ends the contact, because it is nowhere else. */
function endFlow({ flowType }: ActionAt): ActionExit {
  return end({ kind: flowType === 'CONTACT_FLOW' ? 'hang-up' : 'finished' });
}

/** Calls the number set before, else the caller's own. The contact itself stays in the flow. */
function* createCallback(at: ActionAt): ActionRun {
  refuse(at, 'CallerId');
  const { contact } = at;
  const number = contact.callbackNumber ?? contact.facts.customerNumber;
  const explicit = at.parameters.QueueId !== undefined || at.parameters.AgentId !== undefined;
  const target = explicit ? yield* findTarget(at) : contact.target;
  if (!target || number === undefined) return FAILED;
  const result = yield* perform({
    kind: 'callback',
    number,
    target,
    delaySeconds: integerOf(at, 'InitialCallDelaySeconds') ?? 0,
    retrySeconds: integerOf(at, 'RetryDelaySeconds') ?? 0,
    attempts: integerOf(at, 'MaximumConnectionAttempts') ?? 1,
    flowId: textOf(at, 'ContactFlowId'),
  });
  return result.kind === 'done' ? NEXT : failed(result.error);
}

export const LEAVING: Readonly<Record<string, Handler>> = {
  UpdateContactTargetQueue: targetQueue,
  TransferContactToQueue: toQueue,
  DequeueContactAndTransferToQueue: toOtherQueue,
  TransferToFlow: toFlow,
  InvokeFlowModule: toModule,
  EndFlowModuleExecution: endModule,
  TransferParticipantToThirdParty: toThirdParty,
  CreateCallbackContact: createCallback,
  DisconnectParticipant: () => end({ kind: 'hang-up' }),
  EndFlowExecution: endFlow,
};
