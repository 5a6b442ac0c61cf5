import { didYouMean } from '../../../language/nearest.ts';
import { type Check, campaignsUsing, tilePath, tilesOfKind } from '../check-facts.ts';

/** A result tile names classifiers that the campaigns using the rule have (CBR-15). */
export const unknownClassifier: Check = function* ({ definitions, gaps, places }) {
  for (const [rule, id, { paths }] of tilesOfKind(definitions, 'result')) {
    for (const [campaign, { classifiers }] of campaignsUsing(definitions, rule)) {
      const known = [...Object.keys(classifiers), 'none'];
      for (const name of Object.keys(paths).filter((path) => !known.includes(path))) {
        if (gaps.mayHold(['campaigns', campaign, 'classifiers'], name)) continue;
        const at = places.keyAt([...tilePath(rule, id), 'paths', name]);
        const message = `tile '${id}' names classifier '${name}', which campaign '${campaign}' does not have`;
        yield { at, message, remedy: didYouMean(name, known) };
      }
    }
  }
};
