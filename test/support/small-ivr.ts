// A compiled IVR of two flows, small enough to be read at a glance: an entry that asks for the
// caller, checks the hours, plays a recording and queues the call, and the flow callers wait in.
// For tests of what is built around the compiler.

import {
  chain,
  composeFlow,
  step,
  terminal,
  whenEquals,
} from '../../lib/compiler/flows/compose-flow.ts';
import type { Flow } from '../../lib/compiler/flows/flow.ts';
import { renderOutboundQueueFlow } from '../../lib/compiler/flows/outbound-queue-flow.ts';
import type { CompileIvr, References } from '../../lib/compiler/ivr/compiled-ivr.ts';
import { CALL_ATTRIBUTES, NOTHING } from '../../lib/domain/calls/call-attributes.ts';
import { invariant } from '../../lib/domain/model/invariant.ts';

export const smallIvr: CompileIvr = (definitions, campaign, references) => {
  const inbound = definitions.campaigns[campaign]?.channels.inbound;
  const [queue] = Object.keys(definitions.queues);
  invariant(inbound && queue !== undefined, 'a campaign with an inbound channel, and a queue');
  const hours = definitions.queues[queue]?.hours ?? '';
  const waiting = renderOutboundQueueFlow({ language: 'pl', longestWaitSeconds: 60 });
  return {
    campaign,
    ivr: inbound.ivr,
    entry: 'entry',
    flows: [
      { key: 'wait', type: 'CUSTOMER_QUEUE', flow: waiting },
      {
        key: 'entry',
        type: 'CONTACT_FLOW',
        flow: entry(campaign, inbound, references, queue, hours),
      },
    ],
    blockOf: () => undefined,
  };
};

function entry(
  campaign: string,
  inbound: { readonly ivr: string; readonly holdMusic?: string | undefined },
  references: References,
  queue: string,
  hours: string,
): Flow {
  const failed = { NoMatchingError: 'bye' };
  const external = (name: string) => `$.External.${name}`;
  const steps = [
    step(
      'about-the-call',
      'UpdateContactAttributes',
      {
        Attributes: {
          [CALL_ATTRIBUTES.campaign]: campaign,
          [CALL_ATTRIBUTES.record]: NOTHING,
          [CALL_ATTRIBUTES.attempt]: NOTHING,
        },
      },
      { errors: failed },
    ),
    step(
      'answer-call',
      'InvokeLambdaFunction',
      {
        LambdaFunctionARN: references.lambda('answer-call'),
        InvocationTimeLimitSeconds: '8',
        LambdaInvocationAttributes: { ivr: inbound.ivr },
        ResponseValidation: { ResponseType: 'STRING_MAP' },
      },
      { errors: { NoMatchingError: 'welcome' } },
    ),
    step(
      'who-calls',
      'UpdateContactAttributes',
      {
        Attributes: {
          [CALL_ATTRIBUTES.record]: external('record'),
          [CALL_ATTRIBUTES.attempt]: external('attempt'),
        },
      },
      { errors: failed },
    ),
    step(
      'welcome',
      'MessageParticipant',
      inbound.holdMusic === undefined
        ? { Text: 'Dzień dobry.' }
        : { PromptId: references.prompt(inbound.holdMusic) },
      { errors: failed },
    ),
    step(
      'hours',
      'CheckHoursOfOperation',
      { HoursOfOperationId: references.hours(hours) },
      {
        errors: failed,
        conditions: [whenEquals('True', 'hook'), whenEquals('False', 'bye')],
        next: 'bye',
      },
    ),
    step(
      'hook',
      'UpdateContactEventHooks',
      { EventHooks: { CustomerQueue: references.flow('wait') } },
      { errors: failed },
    ),
    step(
      'target',
      'UpdateContactTargetQueue',
      { QueueId: references.queue(queue) },
      { errors: failed },
    ),
    step(
      'queue',
      'TransferContactToQueue',
      {},
      { errors: { NoMatchingError: 'bye', QueueAtCapacity: 'bye' }, next: 'bye' },
    ),
  ];
  return composeFlow('Small', [...chain(steps, 'bye'), terminal('bye', 'DisconnectParticipant')]);
}
