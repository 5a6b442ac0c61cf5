// The answers of a call script, kept with the call they were given in (DIA-5). What is sent again
// changes nothing; an empty answer takes one back.
import { own } from '../../language/dictionary.ts';
import type { Script, ScriptQuestion } from '../../language/schema/script.ts';
import type { Attempt, ScriptAnswers } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import { changed, nextVersion } from '../records/record-changes.ts';
import type { ShownScript } from './script-for.ts';

/** Characters of a free text, and of all answers of a call together: they are kept in one item. */
const LONGEST_ANSWER = 2000;
const MOST_IN_ALL = 20_000;

export interface Answering {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly shown: ShownScript;
  /** By question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly by: string;
  readonly now: Instant;
}

export type KeptAnswers =
  | { readonly kind: 'kept'; readonly change: Change; readonly answers: ScriptAnswers['answers'] }
  | { readonly kind: 'unchanged'; readonly answers: ScriptAnswers['answers'] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export function keepAnswers(answering: Answering): KeptAnswers {
  const { record, attempt, shown, answers: given, by, now } = answering;
  if (record.state === 'deleted') return refused('the record is deleted');
  const questions = questionsOf(shown.script);
  const reasons = Object.entries(given).flatMap(([id, answer]) => {
    const reason = against(own(questions, id), answer);
    return reason === undefined ? [] : [`'${id}' ${reason}`];
  });
  if (reasons.length > 0) return refused(...reasons);
  // the answers to a script that was another one are answers, too
  const before = attempt.script?.answers ?? {};
  const after = Object.fromEntries(
    Object.entries({ ...before, ...given }).filter(([, answer]) => answer !== ''),
  );
  const size = Object.values(after).reduce((sum, answer) => sum + answer.length, 0);
  if (size > MOST_IN_ALL) return refused(`all answers together take ${MOST_IN_ALL} characters`);
  const news = Object.fromEntries(
    Object.entries(given).filter(([id, answer]) => (own(before, id) ?? '') !== answer),
  );
  if (Object.keys(news).length === 0) return { kind: 'unchanged', answers: before };
  const script = { id: shown.id, answers: after };
  const change: Change = {
    before: record,
    after: changed(record, now),
    entries: [
      {
        type: 'script.answered',
        at: now,
        attempt: attempt.id,
        script: shown.id,
        by,
        answers: news,
      },
    ],
    attempt: { before: attempt, after: nextVersion({ ...attempt, script }) },
  };
  return { kind: 'kept', change, answers: after };
}

const refused = (...reasons: readonly string[]): KeptAnswers => ({ kind: 'refused', reasons });

const questionsOf = ({ pages }: Script): Readonly<Record<string, ScriptQuestion>> =>
  Object.fromEntries(Object.values(pages).flatMap(({ questions }) => Object.entries(questions)));

function against(question: ScriptQuestion | undefined, answer: string): string | undefined {
  if (question === undefined) return 'is no question of the script';
  if (answer === '') return undefined;
  switch (question.kind) {
    case 'checkbox':
      return answer === 'yes' || answer === 'no' ? undefined : 'is answered with yes or no';
    case 'choice':
      return question.options.includes(answer)
        ? undefined
        : `is answered with one of ${question.options.join(', ')}`;
    case 'text':
      return answer.length > LONGEST_ANSWER
        ? `takes ${LONGEST_ANSWER} characters at most`
        : undefined;
  }
}

/** The columns that the answers of a campaign's calls have in reports. */
export const answerColumns = (
  scripts: readonly Script[],
): readonly { readonly question: string; readonly label: string }[] =>
  Object.entries(
    Object.assign({}, ...scripts.map(questionsOf)) as Record<string, ScriptQuestion>,
  ).map(([question, { label }]) => ({ question, label }));
