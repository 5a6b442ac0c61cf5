// Raises or lowers the priority of the call (IVR-17). Each block has an attribute of its own, so
// that it counts once however often it is passed.
import { priorityAttribute } from '../../../domain/calls/call-attributes.ts';
import { keep } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';

export const renderPriority: RenderBlock<'priority'> = (block, at) => [
  keep(at.id, { [priorityAttribute(at.id)]: String(block.by) }, at.to(block.next)),
];
