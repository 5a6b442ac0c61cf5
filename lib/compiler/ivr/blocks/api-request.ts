import { valueAttribute } from '../../../domain/calls/call-attributes.ts';
import { whenEquals } from '../../flows/compose-flow.ts';
import type { RenderBlock } from '../call-facts.ts';
import { external } from '../flow-attributes.ts';
import { compare, keep } from '../ivr-actions.ts';
import { askFunction, noteVisit, partOf } from './asking.ts';

/** What is to be kept is copied at once: the next function's answer replaces this one. */
export const renderApiRequest: RenderBlock<'api-request'> = (block, at) => {
  const own = partOf(at);
  const [next, failed] = [at.to(block.next), at.to(block.failed)];
  const values = Object.keys(block.save).map((name) => valueAttribute(name));
  const saved = values.length === 0 ? next : own('saved');
  return [
    askFunction(at.id, at, { task: 'call-api', next: own('visit'), failed }),
    noteVisit(at, own('visit'), own('outcome')),
    compare(own('outcome'), external('outcome'), [whenEquals('ok', saved)], failed),
    ...(values.length === 0
      ? []
      : [
          keep(
            saved,
            Object.fromEntries(values.map((name) => [name, external(name)])),
            next,
            failed,
          ),
        ]),
  ];
};
