// Saved filters of a campaign: one is applied, saved, renamed, deleted. What somebody else has
// changed meanwhile is said, not overwritten.
import { useState } from 'react';
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { useChange, useClient, useList } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Dialog } from '../../kit/ui/dialog.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';
import { placesOf } from '../places.ts';
import type { RecordsOf } from '../records/use-finding.ts';
import { type Conditions, filterId, isSameFilter } from './wanted.ts';

type Saved = ItemOf<'listFilters'>;

interface Props {
  readonly campaign: string;
  readonly fields: RecordsOf['fields'];
  readonly saved: Saved | undefined;
  /** What the fields say now. */
  readonly conditions: Conditions;
  /** @param filter undefined: none is chosen any more */
  readonly choose: (filter: Saved | undefined) => void;
}

type Asking = 'save' | 'rename' | 'delete';

export function SavedFilters({ campaign, fields, saved: chosen, conditions, choose }: Props) {
  const { t } = useConsole();
  const api = useClient();
  const list = useList('listFilters', { params: { campaign }, query: { limit: 100 } });
  const save = useChange('saveFilter', ['listFilters']);
  const remove = useChange('removeFilter', ['listFilters']);
  const [asking, setAsking] = useState<Asking>();
  const [title, setTitle] = useState('');
  const all = list.items ?? [];
  const current = all.find(({ filter }) => filter === chosen?.filter);
  const isChanged = current !== undefined && !isSameFilter(current.conditions, conditions);
  const isEmpty = Object.keys(conditions).length === 0;

  const ask = (what: Asking) => {
    save.reset();
    remove.reset();
    setTitle(what === 'rename' ? (current?.title ?? '') : '');
    setAsking(what);
  };
  const saveAs = async (filter: string, body: Pick<Saved, 'title' | 'conditions'>) => {
    const params = { campaign, filter };
    // the tag of what is seen here: another one's change since is refused
    const { etag, body: read } = all.some((one) => one.filter === filter)
      ? await api.ask('readFilter', { params })
      : { etag: undefined, body: undefined };
    const stale = read !== undefined && read.changedAt !== current?.changedAt;
    const ifMatch = stale ? '"changed"' : etag;
    const saved = await save.mutateAsync({ params, body, ifMatch });
    choose(saved.body);
    setAsking(undefined);
  };
  const finish = async () => {
    if (asking === 'save')
      await saveAs(
        filterId(
          title,
          all.map(({ filter }) => filter),
        ),
        { title, conditions },
      );
    if (asking === 'rename' && current)
      await saveAs(current.filter, { title, conditions: current.conditions });
    if (asking === 'delete' && current) {
      const params = { campaign, filter: current.filter };
      const { etag } = await api.ask('readFilter', { params });
      await remove.mutateAsync({ params, ifMatch: etag });
      choose(undefined);
      setAsking(undefined);
    }
  };
  const error = save.error ?? remove.error;
  const placeOf = placesOf.filter(t, { fields, conditions });
  return (
    <div className="row filters">
      <label>
        <span>{t('filters.saved')}</span>
        <select
          value={current?.filter ?? ''}
          onChange={(event) => choose(all.find(({ filter }) => filter === event.target.value))}
        >
          <option value="">{t('filters.none')}</option>
          {all.map((one) => (
            <option key={one.filter} value={one.filter}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      {isChanged && (
        <Button
          kind="primary"
          isDisabled={save.isPending}
          onPress={() =>
            void saveAs(current.filter, { title: current.title, conditions }).catch(() => {})
          }
        >
          {t('filters.saveChanges')}
        </Button>
      )}
      <Button isDisabled={isEmpty} onPress={() => ask('save')}>
        {t('filters.save')}
      </Button>
      {current && (
        <>
          <Button onPress={() => ask('rename')}>{t('filters.rename')}</Button>
          <Button kind="danger" onPress={() => ask('delete')}>
            {t('filters.delete')}
          </Button>
        </>
      )}
      {error && asking === undefined && <ProblemNote error={error} placeOf={placeOf} />}
      <Dialog
        title={asking === undefined ? '' : t(`filters.${asking}`)}
        isOpen={asking !== undefined}
        close={() => setAsking(undefined)}
      >
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void finish().catch(() => {});
          }}
        >
          {asking === 'delete' ? (
            <p>{t('filters.deleteText', { title: current?.title ?? '' })}</p>
          ) : (
            <label>
              <span>{t('filters.title')}</span>
              <input
                required
                maxLength={100}
                autoComplete="off"
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            </label>
          )}
          {error && <ProblemNote error={error} placeOf={placeOf} />}
          <div className="dialog-actions">
            <Button onPress={() => setAsking(undefined)}>{t('kit.cancel')}</Button>
            <Button
              kind={asking === 'delete' ? 'danger' : 'primary'}
              type="submit"
              isDisabled={save.isPending || remove.isPending}
            >
              {asking === undefined ? '' : t(`filters.${asking}`)}
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
