// The call script: a page at a time, with what to say and what to ask. Answers are kept as they are
// given; where one is in it stays with the tab.
import { useEffect, useEffectEvent, useState } from 'react';
import type { Answer } from '../../kit/api/operation-types.ts';
import { ApiProblem } from '../../kit/api/problem.ts';
import { useAsk, useChange } from '../../kit/api/use-api.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { fieldsAt, placesIn } from '../../kit/ui/places.ts';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useDesk } from '../language.ts';
import type { ContactRef } from './contact-ref.ts';
import type { Draft, DraftChange } from './draft.ts';

type Page = Answer<'readScript'>['pages'][number];
type Question = Page['questions'][number];

interface Props {
  readonly of: ContactRef;
  readonly draft: Draft;
  readonly change: (change: DraftChange) => void;
}

export function Script({ of, draft, change }: Props) {
  const { t } = useDesk();
  const script = useAsk('readScript', { params: { ...of } });
  if (script.error instanceof ApiProblem && script.error.facts.status === 404) return null;
  return (
    <section className="card" aria-label={t('script.title')}>
      <div className="card-head">
        <h2>{script.data?.body.name ?? t('script.title')}</h2>
      </div>
      <div className="card-body">
        <Asked of={script} data={script.data?.body}>
          {({ pages: all }) => <Pages of={of} all={all} draft={draft} change={change} />}
        </Asked>
      </div>
    </section>
  );
}

function Pages({ of, all, draft, change }: Props & { readonly all: readonly Page[] }) {
  const { t } = useDesk();
  const { answerOf, isUnsaid, write, send, error, retry } = useAnswers({ of, draft, change });
  const { pages: passed = [] } = draft;
  const go = (pages: readonly string[]) => change({ pages });
  const known = passed.filter((id) => all.some(({ page }) => page === id));
  const page = all.find((one) => one.page === known.at(-1)) ?? all[0];
  if (page === undefined) return null;
  const path = known.length > 0 ? known : [page.page];
  const next = nextPage(page, all, answerOf);
  const asked = all.flatMap(({ questions }) =>
    questions.map(({ question: field, label }) => ({ field, label })),
  );
  const lacks = page.questions.some((one) => one.required && answerOf(one) === '');
  return (
    <div className="stack">
      <p className="script-text">{page.text}</p>
      {page.questions.map((question) => (
        <Asks
          key={question.question}
          question={question}
          answer={answerOf(question)}
          isUnsaid={isUnsaid(question)}
          write={(text) => write({ [question.question]: text })}
          change={(value) => send({ [question.question]: value })}
        />
      ))}
      {error && (
        <ProblemNote error={error} retry={retry} placeOf={placesIn(fieldsAt('/answers', asked))} />
      )}
      <div className="actions">
        {path.length > 1 && (
          <Button onPress={() => go(path.slice(0, -1))}>{t('script.back')}</Button>
        )}
        {next === undefined ? (
          <span className="soft">{t('script.end')}</span>
        ) : (
          <Button kind="primary" isDisabled={lacks} onPress={() => go([...path, next])}>
            {t('script.next')}
          </Button>
        )}
      </div>
    </div>
  );
}

type Answers = Readonly<Record<string, string>>;

/** In the draft until the API has them: neither a lost connection nor a reload loses one. */
function useAnswers({ of, draft, change }: Props) {
  const [given, setGiven] = useState<Answers>({});
  const keep = useChange('answerScript', []);
  const { answers: unsaid = {} } = draft;
  const write = (answers: Answers) =>
    change((before) => ({ answers: { ...before.answers, ...answers } }));
  const send = (answers: Answers) => {
    write(answers);
    keep.mutate(
      { params: { ...of }, body: { answers } },
      {
        onSuccess: () => {
          setGiven((before) => ({ ...before, ...answers }));
          change((before) => ({ answers: without(before.answers, answers) }));
        },
      },
    );
  };
  const retry = () => {
    if (Object.keys(unsaid).length > 0) send(unsaid);
  };
  // those of before a reload, or of a time without a connection
  const again = useEffectEvent(retry);
  useEffect(() => {
    const isBack = () => again();
    isBack();
    addEventListener('online', isBack);
    return () => removeEventListener('online', isBack);
  }, []);
  return {
    answerOf: ({ question, answer = '' }: Question) =>
      unsaid[question] ?? given[question] ?? answer,
    isUnsaid: ({ question }: Question) => unsaid[question] !== undefined,
    write,
    send,
    retry,
    error: keep.error,
  };
}

/** Those that were kept as they are by now. */
const without = (answers: Answers = {}, kept: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id, text]) => kept[id] !== text));

/** The first jump whose question has one of its answers leads on, otherwise `next`. */
export function nextPage(
  { jumps, next }: Page,
  all: readonly Page[],
  answerOf: (question: Question) => string,
): string | undefined {
  const questions = all.flatMap((one) => one.questions);
  const jump = jumps.find(({ question, is }) => {
    const asked = questions.find((one) => one.question === question);
    return asked !== undefined && is.includes(answerOf(asked));
  });
  return jump?.to ?? next;
}

interface AsksProps {
  readonly question: Question;
  readonly answer: string;
  /** It is being written and not kept yet. */
  readonly isUnsaid: boolean;
  readonly write: (text: string) => void;
  readonly change: (value: string) => void;
}

function Asks({ question, answer, isUnsaid, write, change }: AsksProps) {
  const { t } = useDesk();
  const { kind, label, options, required } = question;
  const mark = required && (
    <abbr title={t('field.required')} className="required">
      *
    </abbr>
  );
  if (kind === 'checkbox')
    return (
      <label className="check">
        <input
          type="checkbox"
          checked={answer === 'yes'}
          onChange={(event) => change(event.target.checked ? 'yes' : 'no')}
        />
        {label}
        {mark}
      </label>
    );
  if (kind === 'choice')
    return (
      <fieldset className="classifiers">
        <legend>
          {label}
          {mark}
        </legend>
        {options.map((option) => (
          <label key={option} className="classifier">
            <input
              type="radio"
              name={question.question}
              checked={answer === option}
              onChange={() => change(option)}
            />
            <span className="classifier-name">{option}</span>
          </label>
        ))}
      </fieldset>
    );
  return (
    <label>
      <span>
        {label}
        {mark}
      </span>
      <textarea
        rows={2}
        value={answer}
        onChange={(event) => write(event.target.value)}
        onBlur={() => {
          if (isUnsaid) change(answer);
        }}
      />
    </label>
  );
}
