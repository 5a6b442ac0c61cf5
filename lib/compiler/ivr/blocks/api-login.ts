import { whenEquals } from '../../flows/compose-flow.ts';
import type { RenderBlock } from '../call-facts.ts';
import { external } from '../flow-attributes.ts';
import { compare } from '../ivr-actions.ts';
import { askFunction, noteVisit, partOf } from './asking.ts';

/** The token stays with the function: a flow's attributes are kept with the contact for years. */
export const renderApiLogin: RenderBlock<'api-login'> = (block, at) => {
  const [visit, outcome] = [partOf(at)('visit'), partOf(at)('outcome')];
  const failed = at.to(block.failed);
  return [
    askFunction(at.id, at, { task: 'call-api', next: visit, failed }),
    noteVisit(at, visit, outcome),
    compare(outcome, external('outcome'), [whenEquals('ok', at.to(block.next))], failed),
  ];
};
