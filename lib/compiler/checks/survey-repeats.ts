import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, inboundCampaigns, inboundPath } from './check-facts.ts';

/** The questions of a survey, and the keys of each, are there once (INB-9). */
export const surveyRepeats: Check = function* ({ definitions, places }) {
  for (const [campaign, { survey }] of inboundCampaigns(definitions)) {
    const questions = survey?.questions ?? [];
    const path = [...inboundPath(campaign), 'survey', 'questions'];
    for (const [index, { id, keys }] of questions.entries()) {
      if (questions.findIndex((other) => other.id === id) < index) {
        const at = places.valueAt([...path, index, 'id']);
        yield diagnostic('survey-repeats', at, `the survey asks '${id}' already`);
      }
      for (const [place, key] of keys.entries()) {
        if (keys.indexOf(key) === place) continue;
        const at = places.valueAt([...path, index, 'keys', place]);
        yield diagnostic('survey-repeats', at, `question '${id}' has the key ${key} already`);
      }
    }
  }
};
