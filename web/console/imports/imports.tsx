// Files of contacts: a new one, and those that were imported.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { LIVE, useClient, useList } from '../../kit/api/use-api.ts';
import { saveText } from '../../kit/save-text.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { CampaignPage } from '../campaign/campaign-page.tsx';
import { Copies } from '../copies/copies.tsx';
import { useConsole } from '../language.ts';
import type { RecordsOf } from '../records/use-finding.ts';
import { ImportProgress } from './import-progress.tsx';
import { NewImport } from './new-import.tsx';
import { UndoImport } from './undo-import.tsx';

export const Imports = ({ campaign }: { campaign: string }) => (
  <CampaignPage campaign={campaign}>
    {(read) => (
      <ImportsOf read={read}>
        <Copies campaign={campaign} />
      </ImportsOf>
    )}
  </CampaignPage>
);

interface Props {
  readonly read: RecordsOf;
  readonly children?: ReactNode;
}

export function ImportsOf({ read, children }: Props) {
  const { campaign } = read;
  const [started, setStarted] = useState<string>();
  const queries = useQueryClient();
  return (
    <div className="stack">
      <NewImport read={read} started={setStarted} />
      {started !== undefined && (
        <ImportProgress
          key={started}
          campaign={campaign}
          file={started}
          finished={() => {
            for (const id of ['listImports', 'readCampaign', 'readDirectory'])
              void queries.invalidateQueries({ queryKey: [id] });
          }}
        />
      )}
      <Finished campaign={campaign} />
      {children}
    </div>
  );
}

function Finished({ campaign }: { campaign: string }) {
  const { t } = useConsole();
  const list = useList('listImports', { params: { campaign } }, { every: 2 * LIVE });
  return (
    <Card title={t('imports.finished')} flush>
      <Asked of={list} data={list.items}>
        {(items) =>
          items.length === 0 ? (
            <p className="empty">{t('imports.none')}</p>
          ) : (
            <div className="table-wrap">
              <table className="folds">
                <caption className="hidden">{t('imports.finished')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('imports.file')}</th>
                    <th scope="col">{t('imports.at')}</th>
                    {COUNTS.map((count) => (
                      <th key={count} scope="col" className="number">
                        {t(`imports.${count}`)}
                      </th>
                    ))}
                    <th scope="col">
                      <span className="hidden">{t('imports.download')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <FinishedRow key={`${item.file} ${item.at}`} campaign={campaign} item={item} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Asked>
      {list.hasNextPage && (
        <Button onPress={() => void list.fetchNextPage()}>{t('kit.more')}</Button>
      )}
    </Card>
  );
}

const COUNTS = ['imported', 'present', 'duplicates', 'rejected'] as const;

function FinishedRow({ campaign, item }: { campaign: string; item: ItemOf<'listImports'> }) {
  const { t, format } = useConsole();
  const { file, at, problem } = item;
  return (
    <tr>
      <th scope="row">
        {file}
        {problem !== undefined && (
          <small className="below failed">{format.sentence(problem)}</small>
        )}
      </th>
      <td className="nowrap" data-label={t('imports.at')}>
        {format.moment(at)}
      </td>
      {COUNTS.map((count) => (
        <td key={count} className="number" data-label={t(`imports.${count}`)}>
          {format.number(item[count])}
        </td>
      ))}
      <td>
        <div className="actions row-actions">
          {item.rejected + item.duplicates + (item.remarked ?? 0) > 0 && (
            <Download campaign={campaign} file={file} />
          )}
          {item.imported > 0 && <UndoImport campaign={campaign} file={file} />}
        </div>
      </td>
    </tr>
  );
}

/** The file is asked for with the token, which a plain link would not send. */
function Download({ campaign, file }: { campaign: string; file: string }) {
  const { t } = useConsole();
  const api = useClient();
  const [error, setError] = useState<Error>();
  const press = async () => {
    try {
      const { body } = await api.ask('readRejectedRows', { params: { campaign, file } });
      saveText(`${file}.rejected.csv`, body);
      setError(undefined);
    } catch (failed) {
      setError(failed as Error);
    }
  };
  return (
    <>
      <Button onPress={() => void press()}>{t('imports.download')}</Button>
      {error && <ProblemNote error={error} />}
    </>
  );
}
