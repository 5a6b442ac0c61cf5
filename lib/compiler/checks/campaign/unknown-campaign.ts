import type { Classifier } from '../../../language/schema/campaign.ts';
import { type Check, idsOf, unlessKnown } from '../check-facts.ts';

/** Campaigns that others name exist, and are others (CLS-8, CAM-8). */
export const unknownCampaign: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = idsOf(facts, 'campaigns');
  for (const [id, { classifiers, takesNoRecordsFrom }] of Object.entries(definitions.campaigns)) {
    for (const { name, key, to } of sending(classifiers)) {
      const at = places.valueAt(['campaigns', id, 'classifiers', name, key]);
      const does = key === 'movesTo' ? 'moves' : 'copies';
      const message = `classifier '${name}' ${does} records to campaign '${to}', which does not exist`;
      if (to === id) {
        yield { at, message: `classifier '${name}' ${does} records to the campaign they are in` };
      } else yield* unlessKnown(to, known, at, message);
    }
    for (const [index, from] of takesNoRecordsFrom.entries()) {
      const at = places.valueAt(['campaigns', id, 'takesNoRecordsFrom', index]);
      const message = `campaign '${id}' takes no records from campaign '${from}', which does not exist`;
      yield* unlessKnown(from, known, at, message);
    }
  }
};

const sending = (classifiers: Readonly<Record<string, Classifier>>) =>
  Object.entries(classifiers).flatMap(([name, classifier]) =>
    (['movesTo', 'copiesTo'] as const).flatMap((key) => {
      const to = classifier[key];
      return to === undefined ? [] : [{ name, key, to }];
    }),
  );
