// The records of a campaign: filtered, searched, as long a list as there is; some of them, or all
// that are shown, are copied into another campaign.
import { CampaignPage, type CampaignRead } from '../campaign/campaign-page.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { SavedFilters } from '../filters/saved-filters.tsx';
import { FoundRecords } from './found-records.tsx';
import { RecordTable } from './record-table.tsx';
import { useFinding } from './use-finding.ts';

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
  const finding = useFinding(read, state);
  const { significant, selected, toggle } = finding;
  return (
    <div className="stack">
      <SavedFilters campaign={read.campaign} fields={read.fields} {...finding} />
      <FilterBar
        fields={read.fields}
        classifiers={read.classifiers}
        searched={significant?.label}
        wanted={finding.wanted}
        change={finding.change}
      />
      <FoundRecords of={read} finding={finding}>
        {(items) => (
          <RecordTable
            read={read}
            significant={significant}
            items={items}
            selected={selected}
            toggle={toggle}
          />
        )}
      </FoundRecords>
    </div>
  );
}
