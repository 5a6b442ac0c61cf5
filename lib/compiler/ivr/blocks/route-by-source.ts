import type { RenderBlock } from '../call-facts.ts';
import { CALLER_NUMBER } from '../flow-attributes.ts';
import { compare, when } from '../ivr-actions.ts';

/** A withheld number reads as empty and is on no list. */
export const renderRouteBySource: RenderBlock<'route-by-source'> = (block, at) => {
  const match = at.to(block.match);
  const numbers = block.numbers.map((number) =>
    number.endsWith('*')
      ? when('TextStartsWith', number.slice(0, -1), match)
      : when('Equals', number, match),
  );
  return [compare(at.id, CALLER_NUMBER, numbers, at.to(block.otherwise))];
};
