import { type Check, tilePath, tilesOfKind } from '../check-facts.ts';

/** An HLR check needs a provider, which the centre describes (CBR-10). */
export const hlrWithoutProvider: Check = function* ({ definitions, gaps, places }) {
  if (definitions.centre.hlr !== undefined || !gaps.isWhole(['centre', 'hlr'])) return;
  for (const [rule, id] of tilesOfKind(definitions, 'hlr-check')) {
    const at = places.valueAt([...tilePath(rule, id), 'kind']);
    yield {
      at,
      message: `tile '${id}' asks whether a number is in service, but nobody is named to ask`,
    };
  }
};
