// What would the campaign do with its list? Asked in a form, reckoned in threads of the browser,
// shown as figures and plots, two variants beside each other.
import { useState } from 'react';
import type { DryRunOrder } from '../../dry-run/messages.ts';
import type { Answer } from '../../kit/api/operation-types.ts';
import { useAsk, useClient, useList } from '../../kit/api/use-api.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { CampaignPage, type CampaignRead } from '../campaign/campaign-page.tsx';
import { reachedShare, sumOf } from '../campaigns/progress.ts';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';
import { dayOf } from '../reports/report-figures.ts';
import { AS_IT_IS, type DryRunDraft, type Mistakes, readForm } from './form.ts';
import { columnsFor, listOf } from './list-of.ts';
import { Results } from './results.tsx';
import { Running } from './running.tsx';
import { type Told, toldBy } from './told.ts';
import { useDryRuns } from './use-dry-runs.ts';
import { useWaiting } from './use-waiting.ts';
import { Common, Variant } from './variant.tsx';

export const DryRun = ({ campaign }: { campaign: string }) => (
  <CampaignPage campaign={campaign}>{(read) => <WithDefinitions read={read} />}</CampaignPage>
);

function WithDefinitions({ read }: { read: CampaignRead }) {
  const { t } = useConsole();
  const { campaign } = read;
  const asked = useAsk('readDefinitions', { params: { campaign } });
  return (
    <Asked of={asked} data={asked.data?.body}>
      {(definitions) => {
        const told = toldBy(definitions, campaign);
        return told === undefined ? (
          <p className="card empty">{t('dry.noCalls')}</p>
        ) : (
          <Inside read={read} asked={definitions} told={told} />
        );
      }}
    </Asked>
  );
}

/** Calls below which their share says little of people. */
const ENOUGH = 100;
const RECORDS = 1000;
const DAYS = 5;
/** The same people in every run: what differs comes from the settings. */
const SEED = '1';

interface Props {
  readonly read: CampaignRead;
  readonly asked: Answer<'readDefinitions'>;
  readonly told: Told;
}

function Inside({ read, asked: { prices, ...definitions }, told }: Props) {
  const { t, format } = useConsole();
  const { campaign, totals } = read;
  const api = useClient();
  const filters = useList('listFilters', { params: { campaign }, query: { limit: 100 } });
  const [draft, setDraft] = useState<DryRunDraft>(() => ({
    list: totals.waiting > 0 ? 'records' : 'file',
    most: String(Math.min(Math.max(totals.waiting, 1), RECORDS)),
    from: dayOf(api.now(), format.timeZone, -1),
    days: String(DAYS),
    answer: sumOf(totals.calls) < ENOUGH ? '' : format.percent(reachedShare(totals.calls)),
    variants: [AS_IT_IS],
  }));
  const [file, setFile] = useState<File>();
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const waiting = useWaiting(campaign);
  const { runs, start, stop } = useDryRuns();
  const change = (next: Partial<DryRunDraft>) => setDraft({ ...draft, ...next });

  const chosen = filters.items?.find((one) => one.filter === draft.list)?.conditions;
  const begin = async () => {
    const form = readForm(draft, told, file !== undefined);
    setMistakes(form.kind === 'wrong' ? form.mistakes : {});
    if (form.kind === 'wrong') return;
    const list = await listFor(form.most);
    if (list === undefined) return;
    start(
      form.variants.map(
        (settings): DryRunOrder => ({
          ...{ definitions, prices, campaign, seed: SEED },
          ...list,
          ...settings,
        }),
      ),
    );
  };

  const listFor = async (
    most: number,
  ): Promise<Pick<DryRunOrder, 'list' | 'columns'> | undefined> => {
    if (draft.list === 'file')
      return file && { list: firstRows(new Uint8Array(await file.arrayBuffer()), most) };
    const records = await waiting.read(most, chosen);
    if (records === undefined) return undefined;
    if (records.length === 0) {
      setMistakes({ list: { kind: 'missing' } });
      return undefined;
    }
    const columns = columnsFor(read.fields.map(({ field }) => field));
    return { list: listOf(records, columns), columns };
  };

  const isBusy = waiting.isReading || runs.some(({ kind }) => kind === 'running');
  const [first] = draft.variants;
  const isCompared = draft.variants.length > 1;
  return (
    <div className="stack">
      <Card title={t('dry.title')}>
        <form
          className="stack dry-run"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void begin();
          }}
        >
          <p className="soft">{t('dry.what')}</p>
          <Common
            draft={draft}
            change={change}
            mistakes={mistakes}
            filters={filters.items ?? []}
            chooseFile={setFile}
            waiting={totals.waiting}
          />
          <div className="variants">
            {draft.variants.map((variant, n) => (
              <Variant
                // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place
                key={n}
                place={n}
                isCompared={isCompared}
                variant={variant}
                told={told}
                mistakes={mistakes}
                change={(next) =>
                  change({ variants: draft.variants.map((one, at) => (at === n ? next : one)) })
                }
              />
            ))}
          </div>
          <div className="actions">
            <Button kind="primary" type="submit" isDisabled={isBusy}>
              {t('dry.start')}
            </Button>
            {isCompared ? (
              <Button onPress={() => change({ variants: draft.variants.slice(0, 1) })}>
                {t('dry.alone')}
              </Button>
            ) : (
              <Button onPress={() => change({ variants: [first ?? AS_IT_IS, first ?? AS_IT_IS] })}>
                {t('dry.compare')}
              </Button>
            )}
            {isBusy && <Button onPress={stop}>{t('dry.stop')}</Button>}
          </div>
          {waiting.error && (
            <ProblemNote
              error={waiting.error}
              placeOf={placesOf.search(t, { fields: read.fields, conditions: chosen ?? {} })}
            />
          )}
          {waiting.isReading && (
            <p className="soft" role="status">
              {t('dry.reading', { n: waiting.count })}
            </p>
          )}
        </form>
      </Card>
      <Running runs={runs} />
      <Results runs={runs} />
    </div>
  );
}

/** The headings and so many rows below them: line ends inside of quotes are rare among people. */
function firstRows(bytes: Uint8Array, rows: number): Uint8Array {
  let lines = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0x0a) continue;
    lines++;
    if (lines > rows) return bytes.slice(0, at + 1);
  }
  return bytes;
}
