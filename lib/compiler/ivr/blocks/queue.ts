// Sends the caller to a queue to wait for an agent (IVR-13). A caller who already waits at another
// block is moved; one who waits at this block stays.
import { CALL_ATTRIBUTES, NOTHING } from '../../../domain/calls/call-attributes.ts';
import type { BlockOf } from '../../../language/schema/ivr.ts';
import { action } from '../../flows/compose-flow.ts';
import type { Action } from '../../flows/flow.ts';
import { FLOW_ATTRIBUTES } from '../flow-attributes.ts';
import { flowPath, waitingFlow } from '../flow-keys.ts';
import { hook, keep, whetherNone } from '../ivr-actions.ts';
import type { BlockAt, RenderBlock } from '../ivr-context.ts';
import { firstStep } from '../priority-steps.ts';
import { ROUTE_LEVEL } from '../route.ts';
import { invokeTask, partOf } from './asking.ts';
import { moveWaiting } from './move-waiting.ts';

export const renderQueue: RenderBlock<'queue'> = (block, at) => {
  if (at.waiting === undefined) return enter(block, at);
  return at.waiting.block === at.id ? stay(block, at) : move(block, at);
};

const { waitingIn } = CALL_ATTRIBUTES;
const { overflowQueue, moveTo } = FLOW_ATTRIBUTES;
const waitsHere = ({ id, context }: BlockAt) => ({
  [waitingIn]: id,
  [overflowQueue]: NOTHING,
  [moveTo]: NOTHING,
  ...firstStep(context),
});

/** The priority is set by actions that all queue blocks of a flow share: ../route.ts. */
function enter(block: BlockOf<'queue'>, at: BlockAt): readonly Action[] {
  const own = partOf(at);
  const next = at.to(block.next);
  const full = at.to(block.full ?? block.next);
  return [
    keep(at.id, waitsHere(at), own('route'), own('hook')),
    invokeTask(own('route'), at, {
      task: 'route-call',
      with: { queue: block.queue },
      next: ROUTE_LEVEL,
      failed: own('hook'),
    }),
    hook(own('hook'), 'CustomerQueue', flowPath(waitingFlow(at.id)), own('target')),
    action(
      own('target'),
      'UpdateContactTargetQueue',
      { QueueId: at.context.references.queue(block.queue) },
      { next: own('enter'), errors: { NoMatchingError: next } },
    ),
    action(
      own('enter'),
      'TransferContactToQueue',
      {},
      { next, errors: { QueueAtCapacity: full, NoMatchingError: next } },
    ),
  ];
}

/**
 * No action can set a priority in a flow of waiting callers, so the answer of the function is
 * ignored.
 */
function move(block: BlockOf<'queue'>, at: BlockAt): readonly Action[] {
  const own = partOf(at);
  return [
    keep(at.id, waitsHere(at), own('route')),
    invokeTask(own('route'), at, {
      task: 'route-call',
      with: { queue: block.queue },
      next: own('hook'),
      failed: own('hook'),
    }),
    hook(own('hook'), 'CustomerQueue', flowPath(waitingFlow(at.id)), own('move')),
    ...moveWaiting(at, {
      to: { QueueId: at.context.references.queue(block.queue) },
      goal: at.id,
      suffix: '',
      full: at.to(block.full ?? block.next),
      failed: at.to(block.next),
    }),
  ];
}

/** The caller still has a place in this queue, or comes back from its overflow queue. */
function stay(block: BlockOf<'queue'>, at: BlockAt): readonly Action[] {
  const own = partOf(at);
  const waitOn = at.waiting?.waitOn ?? '';
  const hasOverflow = at.context.definitions.queues[block.queue]?.overflow !== undefined;
  const stays = hasOverflow ? own('stay') : at.id;
  return [
    ...(hasOverflow ? [whetherNone(at.id, overflowQueue, stays, own('back'))] : []),
    keep(stays, { [waitingIn]: at.id, [moveTo]: NOTHING }, waitOn),
    ...(hasOverflow
      ? [
          keep(own('back'), waitsHere(at), own('return')),
          action(
            own('return'),
            'DequeueContactAndTransferToQueue',
            { QueueId: at.context.references.queue(block.queue) },
            { next: waitOn, errors: { QueueAtCapacity: waitOn, NoMatchingError: waitOn } },
          ),
        ]
      : []),
  ];
}
