// Sends a request to an external service (IVR-3). The values to be saved are copied at once,
// because the answer of the next function replaces this one.
import { valueAttribute } from '../../../domain/calls/call-attributes.ts';
import { whenEquals } from '../../flows/compose-flow.ts';
import { external } from '../flow-attributes.ts';
import { compare, keep } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';
import { invokeTask, noteVisit, partOf } from './asking.ts';

export const renderApiRequest: RenderBlock<'api-request'> = (block, at) => {
  const own = partOf(at);
  const [next, failed] = [at.to(block.next), at.to(block.failed)];
  const values = Object.keys(block.save).map((name) => valueAttribute(name));
  const saved = values.length === 0 ? next : own('saved');
  return [
    invokeTask(at.id, at, { task: 'call-api', next: own('visit'), failed }),
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
