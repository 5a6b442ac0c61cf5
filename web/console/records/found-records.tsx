// Records that were found: how many, what can be done with them, and the next page.
import { type ReactNode, useState } from 'react';
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { CopyDialog } from '../copies/copy-dialog.tsx';
import { useConsole } from '../language.ts';
import { DIRECTORY } from '../people/directory.ts';
import { placesOf } from '../places.ts';
import { BulkChanges } from './bulk-changes.tsx';
import type { Finding, RecordsOf } from './use-finding.ts';

interface Props {
  readonly of: RecordsOf;
  readonly finding: Finding;
  readonly children: (items: readonly ItemOf<'searchRecords'>[]) => ReactNode;
}

export function FoundRecords({ of, finding, children }: Props) {
  const { t } = useConsole();
  const [copying, setCopying] = useState(false);
  const [changing, setChanging] = useState(false);
  const { found, selected } = finding;
  const search = { fields: of.fields, conditions: finding.conditions };
  const counted = (n: number) => {
    if (found.hasNextPage) return t('records.first', { n });
    return of.campaign === DIRECTORY ? t('people.n', { n }) : t('records.found', { n });
  };
  return (
    <>
      <Asked of={found} data={found.items} placeOf={placesOf.search(t, search)}>
        {(items) => (
          <>
            <div className="row list-head">
              <p className="soft" role="status">
                {counted(items.length)}
              </p>
              {items.length > 0 && (
                <div className="actions">
                  {selected.size > 0 && of.campaign !== DIRECTORY && (
                    <Button onPress={() => setChanging(true)}>
                      {t('bulk.title', { n: selected.size })}
                    </Button>
                  )}
                  <Button onPress={() => setCopying(true)}>
                    {selected.size > 0
                      ? t('copies.selected', { n: selected.size })
                      : t('copies.shown')}
                  </Button>
                </div>
              )}
            </div>
            {items.length === 0 ? (
              <p className="card empty">{t('records.none')}</p>
            ) : (
              children(items)
            )}
            {found.hasNextPage && (
              <Button
                isDisabled={found.isFetchingNextPage}
                onPress={() => void found.fetchNextPage()}
              >
                {t('kit.more')}
              </Button>
            )}
          </>
        )}
      </Asked>
      {changing && (
        <BulkChanges
          campaign={of.campaign}
          records={[...selected]}
          close={() => setChanging(false)}
        />
      )}
      {copying && (
        <CopyDialog from={of} records={finding.marked()} close={() => setCopying(false)} />
      )}
    </>
  );
}
