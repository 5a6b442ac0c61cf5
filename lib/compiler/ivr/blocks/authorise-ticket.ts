// The caller keys in a ticket id, which is shown to the agent (IVR-6).
import { CALL_ATTRIBUTES } from '../../../domain/calls/call-attributes.ts';
import { KEYED } from '../flow-attributes.ts';
import { digits, keep, whetherKeyed } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';
import { spoken } from '../spoken.ts';
import { partOf } from './asking.ts';

export const renderAuthoriseTicket: RenderBlock<'authorise-ticket'> = (block, at) => {
  const own = partOf(at);
  const none = at.to(block.none);
  const { ticket, entered } = CALL_ATTRIBUTES;
  return [
    digits(at.id, {
      speech: spoken(block.ask, at.context.references),
      wait: block.wait,
      longest: block.digits,
      next: own('keyed'),
      failed: none,
    }),
    whetherKeyed(own('keyed'), own('ticket'), none),
    keep(own('ticket'), { [ticket]: KEYED, [entered]: KEYED }, at.to(block.next)),
  ];
};
