import { didYouMean } from '../../../language/nearest.ts';
import type { Script, ScriptQuestion } from '../../../language/schema/script.ts';
import { reachedFrom, reversed } from '../../graph.ts';
import type { Check } from '../check-facts.ts';
import { following, pagePath } from '../scripts.ts';

/** A jump asks for an answer that can have been given by then (DIA-5). */
export const scriptUnknownAnswer: Check = function* ({ definitions, gaps, places }) {
  for (const [id, script] of Object.entries(definitions.scripts)) {
    if (!gaps.isWhole(['scripts', id, 'pages'])) continue;
    // before a page that nothing leads to, nothing was asked
    const reached = reachedFrom([script.start], following(script));
    for (const [page, { jumps }] of Object.entries(script.pages)) {
      if (!reached.has(page)) continue;
      const questions = questionsUntil(script, page);
      for (const [n, jump] of jumps.entries()) {
        const path = [...pagePath(id, page), 'jumps', n];
        const question = questions[jump.if];
        if (question === undefined) {
          const message = `no question '${jump.if}' is asked on page '${page}' or before it`;
          const remedy = didYouMean(jump.if, Object.keys(questions));
          yield { at: places.valueAt([...path, 'if']), message, remedy };
          continue;
        }
        const options = optionsOf(question);
        for (const answer of [jump.is].flat()) {
          if (options === undefined || options.includes(answer)) continue;
          const message = `'${answer}' is no answer to '${jump.if}'`;
          const at = places.valueAt([...path, 'is']);
          yield { at, message, remedy: didYouMean(answer, options) };
        }
      }
    }
  }
};

/** Undefined where any text is an answer. */
function optionsOf(question: ScriptQuestion): readonly string[] | undefined {
  if (question.kind === 'text') return undefined;
  return question.kind === 'choice' ? question.options : ['yes', 'no'];
}

function questionsUntil(script: Script, page: string): Readonly<Record<string, ScriptQuestion>> {
  const before = reachedFrom([page], reversed(Object.keys(script.pages), following(script)));
  return Object.fromEntries(
    [...before].flatMap((one) => Object.entries(script.pages[one]?.questions ?? {})),
  );
}
