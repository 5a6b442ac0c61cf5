// A path for each of our numbers that the caller may have dialed (IVR-11).
import { whenEquals } from '../../flows/compose-flow.ts';
import { NUMBER_DIALED } from '../flow-attributes.ts';
import type { RenderBlock } from '../ivr-context.ts';
import { compareOrGoOn } from './api-condition.ts';

export const renderRouteByDestination: RenderBlock<'route-by-destination'> = (block, at) => {
  const paths = Object.entries(block.paths).map(([number, to]) =>
    whenEquals(at.context.references.number(number), at.to(to)),
  );
  return [compareOrGoOn(at.id, NUMBER_DIALED, paths, at.to(block.otherwise))];
};
