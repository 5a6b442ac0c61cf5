import type { RenderBlock } from '../call-facts.ts';
import { ask, keep } from '../ivr-actions.ts';
import { IDENTITY_FOUND, partOf } from './asking.ts';

/** The caller is looked up. When that fails they are nobody known, and the call goes on. */
export const renderAnswer: RenderBlock<'answer'> = (block, at) => {
  const next = at.to(block.next);
  const found = partOf(at)('found');
  const { references, ivrId } = at.call;
  return [
    ask(at.id, references.lambda('answer-call'), { ivr: ivrId }, { next: found, failed: next }),
    keep(found, IDENTITY_FOUND, next),
  ];
};
