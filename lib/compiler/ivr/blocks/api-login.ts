// Fetches a token from an external system (IVR-2). The token stays with the function: attributes of
// a flow are kept with the contact for years.
import { whenEquals } from '../../flows/compose-flow.ts';
import { external } from '../flow-attributes.ts';
import { compare } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';
import { invokeTask, noteVisit, partOf } from './asking.ts';

export const renderApiLogin: RenderBlock<'api-login'> = (block, at) => {
  const [visit, outcome] = [partOf(at)('visit'), partOf(at)('outcome')];
  const failed = at.to(block.failed);
  return [
    invokeTask(at.id, at, { task: 'call-api', next: visit, failed }),
    noteVisit(at, visit, outcome),
    compare(outcome, external('outcome'), [whenEquals('ok', at.to(block.next))], failed),
  ];
};
