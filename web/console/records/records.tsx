// The records of a campaign: filtered, searched, as long a list as there is; some of them, or all
// that are shown, are copied into another campaign.
import { useDeferredValue, useState } from 'react';
import { Asked } from '../../kit/ui/asked.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { CampaignPage, type CampaignRead } from '../campaign/campaign-page.tsx';
import { CopyDialog } from '../copies/copy-dialog.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { SavedFilters } from '../filters/saved-filters.tsx';
import { ANYTHING, conditionsOf, type Wanted, wantedOf } from '../filters/wanted.ts';
import { useConsole } from '../language.ts';
import { RecordTable } from './record-table.tsx';
import { useRecords } from './use-records.ts';

interface Props {
  readonly campaign: string;
  readonly state?: string | undefined;
}

export const Records = ({ campaign, state = '' }: Props) => (
  <CampaignPage campaign={campaign}>
    {(read) => <Inside key={state} read={read} state={state} />}
  </CampaignPage>
);

function Inside({ read, state }: { read: CampaignRead; state: string }) {
  const { t, format } = useConsole();
  const [wanted, setWanted] = useState<Wanted>({ ...ANYTHING, state });
  const [saved, setSaved] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [copying, setCopying] = useState(false);
  // typing stays quick while the list is asked for
  const settled = useDeferredValue(wanted);
  const significant = read.fields.find((one) => one.significant) ?? read.fields[0];
  const place = { field: significant?.field, timeZone: format.timeZone };
  const conditions = conditionsOf(settled, place);
  const found = useRecords(read.campaign, settled.text, conditions);
  const toggle = (record: string) => {
    const next = new Set(selected);
    if (!next.delete(record)) next.add(record);
    setSelected(next);
  };
  const records = selected.size > 0 ? [...selected] : { conditions };
  return (
    <div className="stack">
      <SavedFilters
        campaign={read.campaign}
        chosen={saved}
        conditions={conditions}
        choose={(filter) => {
          setSaved(filter?.filter ?? '');
          setWanted(filter === undefined ? ANYTHING : wantedOf(filter.conditions, place));
        }}
      />
      <FilterBar
        classifiers={read.classifiers}
        searched={significant?.label}
        wanted={wanted}
        change={(next) => setWanted({ ...wanted, ...next })}
      />
      <Asked of={found} data={found.items}>
        {(items) => (
          <>
            <div className="row list-head">
              <p className="soft" role="status">
                {t(found.hasNextPage ? 'records.first' : 'records.found', { n: items.length })}
              </p>
              {items.length > 0 && (
                <Button onPress={() => setCopying(true)}>
                  {selected.size > 0
                    ? t('copies.selected', { n: selected.size })
                    : t('copies.shown')}
                </Button>
              )}
            </div>
            {items.length === 0 ? (
              <p className="card empty">{t('records.none')}</p>
            ) : (
              <RecordTable
                read={read}
                significant={significant}
                items={items}
                selected={selected}
                toggle={toggle}
              />
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
      {copying && <CopyDialog from={read} records={records} close={() => setCopying(false)} />}
    </div>
  );
}
