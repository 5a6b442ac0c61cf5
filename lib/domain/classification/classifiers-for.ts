// Which classifiers an agent is offered for a contact (CLS-5): those that would not be refused for
// the way it ended.
import type { Campaign, Classifier } from '../../language/schema/campaign.ts';
import type { Attempt } from '../model/attempt.ts';
import { contactTypes } from './refusals.ts';

export interface OfferedClassifier {
  readonly id: string;
  readonly classifier: Classifier;
}

export function classifiersFor(
  { classifiers }: Pick<Campaign, 'classifiers'>,
  attempt: Attempt,
  wroteEmail = false,
): readonly OfferedClassifier[] {
  const types = contactTypes(attempt, wroteEmail);
  return Object.entries(classifiers)
    .filter(([, classifier]) => types.some((type) => classifier.for.includes(type)))
    .map(([id, classifier]) => ({ id, classifier }));
}
