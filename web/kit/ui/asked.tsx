// What was asked of the API: until it is there, when it fails, and when it is there but old because
// nobody answers any more. That is said once, by the clock of the centre, however many parts of the
// page are old.
import type { UseQueryResult } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { useClient } from '../api/use-api.ts';
import { useKitLanguage } from '../language.tsx';
import { ProblemNote } from './problem.tsx';

type Of = Pick<UseQueryResult, 'error' | 'dataUpdatedAt'> & { readonly refetch: () => unknown };

interface Props<D> {
  readonly of: Of;
  readonly data: D | undefined;
  readonly children: (data: D) => ReactNode;
}

/** Whether what is around says already that it is old. */
const IsSaid = createContext(false);

export function Asked<D>({ of, data, children }: Props<D>) {
  const { t, format } = useKitLanguage();
  const { error, dataUpdatedAt, refetch } = of;
  const ahead = useClient().clockAhead() ?? 0;
  const isSaid = useContext(IsSaid);
  if (data === undefined)
    return error ? <ProblemNote error={error} retry={() => void refetch()} /> : <Waiting />;
  return (
    <IsSaid value={isSaid || error !== null}>
      {error && !isSaid && (
        <p className="note stale" role="status">
          {t('kit.stale', { at: format.time(new Date(dataUpdatedAt + ahead).toISOString()) })}
        </p>
      )}
      {children(data)}
    </IsSaid>
  );
}

/** Lines where the content will be. */
export function Waiting() {
  const { t } = useKitLanguage();
  return (
    <div className="waiting" role="status">
      <span className="hidden">{t('kit.loading')}</span>
      <i />
      <i />
      <i />
    </div>
  );
}
