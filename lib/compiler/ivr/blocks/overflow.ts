// Limits how many calls are in a path at once (IVR-18). If the count cannot be read the call
// passes: the queue behind has a limit of its own.
import { whenEquals } from '../../flows/compose-flow.ts';
import { external } from '../flow-attributes.ts';
import { compare } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';
import { invokeTask, partOf } from './asking.ts';

export const renderOverflow: RenderBlock<'overflow'> = (block, at) => {
  const outcome = partOf(at)('outcome');
  const within = at.to(block.within);
  return [
    invokeTask(at.id, at, { task: 'take-slot', next: outcome, failed: within }),
    compare(outcome, external('outcome'), [whenEquals('over', at.to(block.over))], within),
  ];
};
