// The caller keys in an internal number and is put through to that agent (IVR-16).
import { CALL_ATTRIBUTES, NOTHING } from '../../../domain/calls/call-attributes.ts';
import { action, whenEquals } from '../../flows/compose-flow.ts';
import type { Action } from '../../flows/flow.ts';
import { attribute, external, FLOW_ATTRIBUTES, KEYED } from '../flow-attributes.ts';
import { flowPath, waitingFlow } from '../flow-keys.ts';
import { compare, digits, hook, keep, whetherKeyed } from '../ivr-actions.ts';
import type { BlockAt, RenderBlock } from '../ivr-context.ts';
import { spoken } from '../spoken.ts';
import { invokeTask, partOf } from './asking.ts';
import { moveWaiting } from './move-waiting.ts';

/** The extension of an agent who is not logged in is found as well, but without an ARN. */
export const renderExtension: RenderBlock<'extension'> = (block, at) => {
  const own = partOf(at);
  const [none, wrong] = [at.to(block.none), at.to(block.wrong)];
  const unavailable = at.to(block.unavailable ?? block.wrong);
  return [
    digits(at.id, {
      speech: spoken(block.ask, at.context.references),
      wait: block.wait,
      longest: block.digits,
      next: own('keyed'),
      failed: none,
    }),
    whetherKeyed(own('keyed'), own('find'), none),
    invokeTask(own('find'), at, {
      task: 'find-extension',
      with: { digits: KEYED },
      next: own('found'),
      failed: wrong,
    }),
    compare(own('found'), external('outcome'), [whenEquals('found', own('agent'))], wrong),
    compare(own('agent'), external('agent'), [whenEquals(NOTHING, unavailable)], own('keep')),
    keep(own('keep'), waitsFor(at.id), own('hook'), unavailable),
    ...ring(at, unavailable),
  ];
};

const waitsFor = (id: string) => ({
  [CALL_ATTRIBUTES.waitingIn]: id,
  [CALL_ATTRIBUTES.entered]: KEYED,
  [FLOW_ATTRIBUTES.extensionAgent]: external('agent'),
  [FLOW_ATTRIBUTES.overflowQueue]: NOTHING,
  [FLOW_ATTRIBUTES.moveTo]: NOTHING,
});

/** The agent's own queue: routing criteria do not apply there, and no other agent gets the call. */
function ring(at: BlockAt, unavailable: string): readonly Action[] {
  const own = partOf(at);
  const to = { AgentId: attribute(FLOW_ATTRIBUTES.extensionAgent) };
  const flow = flowPath(waitingFlow(at.id));
  if (at.waiting !== undefined) {
    return [
      hook(own('hook'), 'CustomerQueue', flow, own('move')),
      ...moveWaiting(at, {
        to,
        goal: at.id,
        suffix: '',
        full: unavailable,
        failed: unavailable,
      }),
    ];
  }
  return [
    hook(own('hook'), 'CustomerQueue', flow, own('target')),
    action(own('target'), 'UpdateContactTargetQueue', to, {
      next: own('enter'),
      errors: { NoMatchingError: unavailable },
    }),
    action(
      own('enter'),
      'TransferContactToQueue',
      {},
      {
        next: unavailable,
        errors: { QueueAtCapacity: unavailable, NoMatchingError: unavailable },
      },
    ),
  ];
}
