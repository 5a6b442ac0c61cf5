// The call is picked up (IVR-1) and the caller looked up. If that fails the caller counts as
// unknown, and the call goes on.
import { ask, keep } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';
import { IDENTITY_FOUND, partOf } from './asking.ts';

export const renderAnswer: RenderBlock<'answer'> = (block, at) => {
  const next = at.to(block.next);
  const found = partOf(at)('found');
  const { references, ivrId } = at.context;
  return [
    ask(at.id, references.lambda('answer-call'), { ivr: ivrId }, { next: found, failed: next }),
    keep(found, IDENTITY_FOUND, next),
  ];
};
