import type { Check } from '../check-facts.ts';
import { pagePath } from '../scripts.ts';

/** An answer belongs to one question: it is a column of reports under its id (DIA-5). */
export const scriptQuestionTwice: Check = function* ({ definitions, places }) {
  for (const [id, script] of Object.entries(definitions.scripts)) {
    const first = new Map<string, string>();
    for (const [page, { questions }] of Object.entries(script.pages)) {
      for (const question of Object.keys(questions)) {
        const before = first.get(question);
        if (before === undefined) {
          first.set(question, page);
          continue;
        }
        const at = places.keyAt([...pagePath(id, page), 'questions', question]);
        yield { at, message: `page '${before}' has a question '${question}', too` };
      }
    }
  }
};
