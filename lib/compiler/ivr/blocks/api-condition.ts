// A path for each value that an API may return (IVR-4).
import { whenEquals } from '../../flows/compose-flow.ts';
import { valuePath } from '../flow-attributes.ts';
import { compare } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';

export const renderApiCondition: RenderBlock<'api-condition'> = (block, at) => {
  const paths = Object.entries(block.paths).map(([value, to]) => whenEquals(value, at.to(to)));
  return [compareOrGoOn(at.id, valuePath(block.value), paths, at.to(block.otherwise))];
};

/** Compare needs at least one condition; one with the same target as the rest changes nothing. */
export function compareOrGoOn(
  id: string,
  path: string,
  conditions: Parameters<typeof compare>[2],
  otherwise: string,
) {
  const some = conditions.length > 0 ? conditions : [whenEquals(' ', otherwise)];
  return compare(id, path, some, otherwise);
}
