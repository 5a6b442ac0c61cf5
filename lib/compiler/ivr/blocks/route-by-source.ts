// Whether the caller's number is on a list (IVR-10). A withheld number reads as empty and is on
// none.
import { CALLER_NUMBER } from '../flow-attributes.ts';
import { compare, when } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';

export const renderRouteBySource: RenderBlock<'route-by-source'> = (block, at) => {
  const match = at.to(block.match);
  const numbers = block.numbers.map((number) =>
    number.endsWith('*')
      ? when('TextStartsWith', number.slice(0, -1), match)
      : when('Equals', number, match),
  );
  return [compare(at.id, CALLER_NUMBER, numbers, at.to(block.otherwise))];
};
