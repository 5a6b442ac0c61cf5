import { CALL_ATTRIBUTES } from '../../../domain/calls/call-attributes.ts';
import type { RenderBlock } from '../call-facts.ts';
import { keep } from '../ivr-actions.ts';

export const renderSmallWindow: RenderBlock<'small-window'> = (block, at) => [
  keep(at.id, { [CALL_ATTRIBUTES.window]: 'small' }, at.to(block.next)),
];
