// A file of contacts: chosen, seen as it would be read, its columns told, and started.
import { useState } from 'react';
import type { Answer, Body } from '../../kit/api/operation-types.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { FileField } from '../../kit/ui/file-field.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import { placesOf } from '../places.ts';
import type { RecordsOf } from '../records/use-finding.ts';
import { fileNameOf, type Mapping, mappingWith, meaningOf, textOf } from './mapping.ts';

interface Props {
  readonly read: RecordsOf;
  /** @param file as the API knows it */
  readonly started: (file: string) => void;
}

interface Chosen {
  readonly file: string;
  readonly csv: string;
}

/** Bytes; a larger one goes to the bucket. */
const LARGEST = 900_000;

export function NewImport({ read, started }: Props) {
  const { t } = useConsole();
  const { campaign } = read;
  const params = { campaign };
  const [chosen, setChosen] = useState<Chosen>();
  const [tooLarge, setTooLarge] = useState(false);
  const preview = useChange('previewImport', []);
  const save = useChange('saveMapping', []);
  const start = useChange('startImport', ['listImports', 'readCampaign', 'readDirectory']);
  const seen = preview.data?.body;
  const look = (csv: string, mapping?: Body<'previewImport'>['mapping']) =>
    preview.mutate({ params, body: { csv, ...(mapping && { mapping }) } });
  const choose = async (file: File | undefined) => {
    preview.reset();
    start.reset();
    setChosen(undefined);
    setTooLarge(file !== undefined && file.size > LARGEST);
    if (file === undefined || file.size > LARGEST) return;
    const csv = textOf(await file.arrayBuffer());
    setChosen({ file: fileNameOf(file.name), csv });
    look(csv);
  };
  const begin = async ({ file, csv }: Chosen) => {
    if (seen?.mappedBy === 'request')
      await save.mutateAsync({ params, body: { headings: seen.headings, mapping: seen.mapping } });
    await start.mutateAsync({ params, body: { file, csv } });
    started(file);
    setChosen(undefined);
    preview.reset();
  };
  const error = preview.error ?? save.error ?? start.error;
  return (
    <Card title={t('imports.new')}>
      <div className="stack">
        <FileField
          label={t('imports.choose')}
          accept=".csv,.txt,text/csv"
          choose={(file) => void choose(file)}
        />
        {tooLarge && <p className="note warning">{t('imports.tooLarge')}</p>}
        {error && <ProblemNote error={error} placeOf={placesOf.mapping(t)} />}
        {chosen && seen && (
          <>
            <Foreseen seen={seen} />
            <Columns
              read={read}
              seen={seen}
              change={(mapping) => look(chosen.csv, mapping)}
              isBusy={preview.isPending}
            />
            <div className="actions">
              <Button
                kind="primary"
                isDisabled={start.isPending || save.isPending || preview.isPending}
                onPress={() => void begin(chosen).catch(() => {})}
              >
                {t('imports.start', { n: seen.counts.imported ?? 0 })}
              </Button>
            </div>
            <Rows seen={seen} />
          </>
        )}
      </div>
    </Card>
  );
}

type Seen = Answer<'previewImport'>;

function Foreseen({ seen: { counts, remarks } }: { seen: Seen }) {
  const { format } = useConsole();
  const names = useNames();
  return (
    <>
      <dl className="figures">
        {Object.entries(counts).map(([outcome, n]) => (
          <div key={outcome}>
            <dt>{names.outcome(outcome)}</dt>
            <dd>{format.number(n)}</dd>
          </div>
        ))}
      </dl>
      {remarks.length > 0 && (
        <ul className="note warning">
          {remarks.map((remark) => (
            <li key={remark}>{format.sentence(remark)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

interface ColumnsProps {
  readonly read: RecordsOf;
  readonly seen: Seen;
  readonly change: (mapping: Mapping) => void;
  readonly isBusy: boolean;
}

const OWN = ['phone', 'email', 'weight', 'agent', 'consent'] as const;

function Columns({ read, seen, change, isBusy }: ColumnsProps) {
  const { t } = useConsole();
  return (
    <fieldset className="mapping" disabled={isBusy}>
      <legend>
        {t('imports.columns')} <span className="soft">{t(`imports.by.${seen.mappedBy}`)}</span>
      </legend>
      {seen.headings.map((heading) => (
        <label key={heading}>
          <span>{heading}</span>
          <select
            value={meaningOf(seen.mapping, heading)}
            onChange={(event) => change(mappingWith(seen.mapping, heading, event.target.value))}
          >
            <option value="">{t('imports.nothing')}</option>
            {OWN.map((one) => (
              <option key={one} value={one}>
                {t(`imports.column.${one}`)}
              </option>
            ))}
            {read.fields.map(({ field, label }) => (
              <option key={field} value={`field:${field}`}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

/** What is wrong with a column and why its value is not taken may be the same. */
const saidOnce = (sentences: readonly string[]): string => [...new Set(sentences)].join('; ');

function Rows({ seen: { rows, headings } }: { seen: Seen }) {
  const { t, format } = useConsole();
  const inLanguage = (reason: string): string => {
    const column = headings.find((one) => reason.startsWith(`${one}: `));
    if (column === undefined) return format.sentence(reason);
    return `${column}: ${format.sentence(reason.slice(column.length + 2))}`;
  };
  const names = useNames();
  return (
    <div className="table-wrap">
      <table>
        <caption className="left">{t('imports.rows', { n: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.row')}</th>
            <th scope="col">{t('imports.outcome')}</th>
            <th scope="col">{t('imports.reasons')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, outcome, reasons, remarks, notTaken }) => (
            <tr key={row}>
              <th scope="row">{format.number(row)}</th>
              <td className={outcome === 'rejected' ? 'failed' : undefined}>
                {names.outcome(outcome)}
              </td>
              <td>
                {saidOnce([
                  ...[...reasons, ...remarks].map(inLanguage),
                  ...notTaken.map(({ column, reason }) => `${column}: ${format.sentence(reason)}`),
                ])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
