import { whenEquals } from '../../flows/compose-flow.ts';
import type { RenderBlock } from '../call-facts.ts';
import { external } from '../flow-attributes.ts';
import { compare } from '../ivr-actions.ts';
import { askFunction, partOf } from './asking.ts';

/** When nobody can count, there is room: the queue behind has a limit of its own. */
export const renderOverflow: RenderBlock<'overflow'> = (block, at) => {
  const outcome = partOf(at)('outcome');
  const within = at.to(block.within);
  return [
    askFunction(at.id, at, { task: 'take-slot', next: outcome, failed: within }),
    compare(outcome, external('outcome'), [whenEquals('over', at.to(block.over))], within),
  ];
};
