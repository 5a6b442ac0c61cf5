// Calls in which a script was answered, with a column for each question; found by an answer.
import { useDeferredValue, useState } from 'react';
import type { Answer, ItemOf } from '../../kit/api/operation-types.ts';
import { useAsk, useClient, useList } from '../../kit/api/use-api.ts';
import { saveText } from '../../kit/save-text.ts';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';
import { AskedFor, useWish } from './asked-for.tsx';
import { csvOf } from './csv-of.ts';
import { type Column, ListTable } from './list-table.tsx';
import { recordLink } from './lists.tsx';
import { useClassifierNames } from './use-classifier-names.ts';

type Row = ItemOf<'listScriptAnswers'>;
type Columns = Answer<'listScriptAnswers'>['columns'];

/** Records looked at for a page. */
const LIMIT = 100;

export function ScriptAnswers() {
  const { t, format } = useConsole();
  const [wish, change] = useWish();
  const [question, setQuestion] = useState('');
  const [answer, setAnswer] = useState('');
  const settled = useDeferredValue(answer.trim());
  const params = { campaign: wish.campaign };
  const enabled = wish.campaign !== '';
  // the first page knows the columns, whatever is looked for
  const known = useAsk('listScriptAnswers', { params, query: { limit: 1 } }, { enabled });
  const questions: Columns = known.data?.body.columns ?? [];
  const query = {
    limit: LIMIT,
    ...(question !== '' && { question }),
    ...(question !== '' && settled !== '' && { answer: settled }),
  };
  const list = useList('listScriptAnswers', { params, query }, { enabled });
  const classifierName = useClassifierNames(wish.campaign);
  const columns: readonly Column<Row>[] = [
    {
      key: 'record',
      heading: t('records.record'),
      of: ({ record, significant }) => recordLink({ campaign: wish.campaign, record, significant }),
    },
    { key: 'at', heading: t('reports.begun'), of: ({ at }) => format.moment(at) },
    { key: 'agent', heading: t('reports.agent'), of: ({ agent }) => agent },
    {
      key: 'classifier',
      heading: t('records.classifier'),
      of: ({ classifier }) => classifierName(classifier),
    },
    ...questions.map(
      (one): Column<Row> => ({
        key: `question ${one.question}`,
        heading: one.label,
        of: ({ answers }) => answers[one.question],
      }),
    ),
  ];
  return (
    <div className="stack">
      <search className="row filters">
        <AskedFor wish={wish} change={change} isPast={false} />
        <label>
          <span>{t('reports.question')}</span>
          <select value={question} onChange={(event) => setQuestion(event.target.value)}>
            <option value="">{t('records.any')}</option>
            {questions.map((one) => (
              <option key={one.question} value={one.question}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('reports.answer')}</span>
          <input
            type="search"
            autoComplete="off"
            disabled={question === ''}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        </label>
        <SaveAnswers campaign={wish.campaign} query={query} columns={questions} />
      </search>
      <ListTable title={t('reports.list.answers')} list={list} columns={columns} />
    </div>
  );
}

interface SaveProps {
  readonly campaign: string;
  readonly query: Readonly<Record<string, string | number>>;
  readonly columns: Columns;
}

function SaveAnswers({ campaign, query, columns }: SaveProps) {
  const { t, code } = useConsole();
  const api = useClient();
  const [error, setError] = useState<Error>();
  const press = async () => {
    setError(undefined);
    try {
      const rows: Row[] = [];
      let cursor: string | undefined;
      do {
        const asked = { ...query, ...(cursor !== undefined && { cursor }) };
        const { body } = await api.ask('listScriptAnswers', { params: { campaign }, query: asked });
        rows.push(...body.items);
        cursor = body.next;
      } while (cursor !== undefined);
      const own = [
        'significant',
        'record',
        'attempt',
        'script',
        'at',
        'agent',
        'classifier',
      ] as const;
      const lines = rows.map((row) => [
        ...own.map((one) => row[one] ?? ''),
        ...columns.map(({ question }) => row.answers[question] ?? ''),
      ]);
      const headings = [...own, ...columns.map(({ label }) => label)];
      saveText(`answers-${campaign}.csv`, csvOf([headings, ...lines], code));
    } catch (failed) {
      setError(failed as Error);
    }
  };
  return (
    <>
      <Button isDisabled={campaign === ''} onPress={() => void press()}>
        {t('reports.csv')}
      </Button>
      {error && <ProblemNote error={error} placeOf={placesOf.report(t)} />}
    </>
  );
}
