import { type Check, namesFrom, unlessKnown } from '../check-facts.ts';

/** An IVR speaks a language of the centre. */
export const unknownLanguage: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = namesFrom(facts, definitions.centre.languages, ['centre', 'languages']);
  for (const [id, { language }] of Object.entries(definitions.ivrs)) {
    if (language === undefined) continue;
    const at = places.valueAt(['ivrs', id, 'language']);
    yield* unlessKnown(language, known, at, `'${language}' is not a language of the centre`);
  }
};
