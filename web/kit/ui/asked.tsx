// What was asked of the API: until it is there, when it fails, and when it is there but old because
// nobody answers any more.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useKitLanguage } from '../language.tsx';
import type { PlaceOf } from './places.ts';
import { ProblemNote } from './problem.tsx';

type Of = Pick<UseQueryResult, 'error' | 'dataUpdatedAt'> & { readonly refetch: () => unknown };

interface Props<D> {
  readonly of: Of;
  readonly data: D | undefined;
  /** Of what was asked for in a form. */
  readonly placeOf?: PlaceOf | undefined;
  readonly children: (data: D) => ReactNode;
}

export function Asked<D>({ of, data, placeOf, children }: Props<D>) {
  const { t, format } = useKitLanguage();
  const { error, dataUpdatedAt, refetch } = of;
  if (data === undefined)
    return error ? (
      <ProblemNote error={error} retry={() => void refetch()} placeOf={placeOf} />
    ) : (
      <Waiting />
    );
  return (
    <>
      {error && (
        <p className="note stale" role="status">
          {t('kit.stale', { at: format.time(new Date(dataUpdatedAt).toISOString()) })}
        </p>
      )}
      {children(data)}
    </>
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
