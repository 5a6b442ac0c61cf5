// The agent gets a small window instead of the full record (IVR-9).
import { CALL_ATTRIBUTES } from '../../../domain/calls/call-attributes.ts';
import { keep } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';

export const renderSmallWindow: RenderBlock<'small-window'> = (block, at) => [
  keep(at.id, { [CALL_ATTRIBUTES.window]: 'small' }, at.to(block.next)),
];
