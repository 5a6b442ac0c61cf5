import { priorityAttribute } from '../../../domain/calls/call-attributes.ts';
import type { RenderBlock } from '../call-facts.ts';
import { keep } from '../ivr-actions.ts';

/** An attribute of the block's own, so that it counts once however often it is passed. */
export const renderPriority: RenderBlock<'priority'> = (block, at) => [
  keep(at.id, { [priorityAttribute(at.id)]: String(block.by) }, at.to(block.next)),
];
