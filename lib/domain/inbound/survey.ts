// Whether a caller is called back for the survey (INB-9): the campaign asks that way, an agent
// spoke with them, no block of the IVR said otherwise (IVR-15), and there is a number to call.
import type { Inbound } from '../../language/schema/inbound.ts';
import type { Attempt } from '../model/attempt.ts';

export type SurveyDecision =
  | { readonly kind: 'call'; readonly after: number }
  | { readonly kind: 'none'; readonly because: string };

export function surveyAfter(attempt: Attempt, inbound: Inbound | undefined): SurveyDecision {
  const { survey } = inbound ?? {};
  if (survey?.how !== 'call-back') return none('the campaign calls nobody back for a survey');
  if (attempt.inbound === undefined) return none('it is no call of a customer');
  if (attempt.inbound.movedTo !== undefined) return none('the call went on at another record');
  if (attempt.timestamps.connectedToAgent === undefined)
    return none('no agent spoke with the caller');
  if (attempt.inbound.waiting?.survey === false) return none('the IVR asked for no survey');
  if (attempt.endpoint === '') return none('the number is withheld');
  return { kind: 'call', after: survey.after };
}

const none = (because: string): SurveyDecision => ({ kind: 'none', because });
