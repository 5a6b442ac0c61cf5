import { type Check, inboundCampaigns, inboundPath } from '../check-facts.ts';

/** A survey asks each question once, and a question has each key once (INB-9). */
export const surveyRepeats: Check = function* ({ definitions, places }) {
  for (const [campaign, { survey }] of inboundCampaigns(definitions)) {
    const questions = survey?.questions ?? [];
    const path = [...inboundPath(campaign), 'survey', 'questions'];
    for (const [index, { id, keys }] of questions.entries()) {
      if (questions.findIndex((other) => other.id === id) < index) {
        const at = places.valueAt([...path, index, 'id']);
        yield { at, message: `the survey already has a question '${id}'` };
      }
      for (const [place, key] of keys.entries()) {
        if (keys.indexOf(key) === place) continue;
        const at = places.valueAt([...path, index, 'keys', place]);
        yield { at, message: `question '${id}' already has the key ${key}` };
      }
    }
  }
};
