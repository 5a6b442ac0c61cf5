import type { Classifier } from '../../../language/schema/campaign.ts';
import type { Check } from '../check-facts.ts';

/** What a classifier does fits together (CLS-2, CLS-8, CLS-9). */
export const classifierContradiction: Check = function* ({ definitions, places }) {
  for (const [id, { classifiers }] of Object.entries(definitions.campaigns)) {
    for (const [name, classifier] of Object.entries(classifiers)) {
      for (const { key, one, other } of CONTRADICTIONS) {
        if (!classifier[key]) continue;
        const does = one(classifier);
        if (does === undefined) continue;
        const at = places.keyAt(['campaigns', id, 'classifiers', name, key]);
        yield { at, message: `classifier '${name}' both ${does} and ${other}` };
      }
    }
  }
};

interface Contradiction {
  /** What stands in the way of the other; the place that is reported. */
  readonly key: keyof Classifier;
  readonly one: (classifier: Classifier) => string | undefined;
  readonly other: string;
}

const ends = ({ closes, movesTo, blacklists }: Classifier): string | undefined => {
  if (closes) return 'closes the record';
  if (movesTo !== undefined) return 'moves the record';
  return blacklists === undefined ? undefined : 'blacklists the number';
};
const blacklists = (classifier: Classifier): string | undefined =>
  classifier.blacklists === undefined ? undefined : 'blacklists the number';

const CONTRADICTIONS: readonly Contradiction[] = [
  { key: 'recontact', one: ends, other: 'schedules a call' },
  {
    key: 'copiesTo',
    one: ({ movesTo }) => (movesTo === undefined ? undefined : 'moves the record'),
    other: 'copies it',
  },
  { key: 'movesTo', one: blacklists, other: 'moves the record to be contacted' },
  { key: 'copiesTo', one: blacklists, other: 'copies the record to be contacted' },
  { key: 'sendsSms', one: blacklists, other: 'sends it a text message' },
];
