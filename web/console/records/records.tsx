// The records of a campaign: filtered, searched, as long a list as there is.
import { useDeferredValue, useState } from 'react';
import { Asked } from '../../kit/ui/asked.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { CampaignPage, type CampaignRead } from '../campaign/campaign-page.tsx';
import { PROGRESS_PARTS, STATES_OF } from '../campaigns/progress.ts';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import { ANYTHING, type Wanted } from './filter.ts';
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
  const { t } = useConsole();
  const [wanted, setWanted] = useState<Wanted>({ ...ANYTHING, state });
  // typing stays quick while the list is asked for
  const settled = useDeferredValue(wanted);
  const significant = read.fields.find((one) => one.significant) ?? read.fields[0];
  const found = useRecords(read.campaign, settled, significant?.field);
  return (
    <div className="stack">
      <FilterBar
        read={read}
        searched={significant?.label}
        wanted={wanted}
        change={(next) => setWanted({ ...wanted, ...next })}
      />
      <Asked of={found} data={found.items}>
        {(items) => (
          <>
            <p className="soft" role="status">
              {t(found.hasNextPage ? 'records.first' : 'records.found', { n: items.length })}
            </p>
            {items.length === 0 ? (
              <p className="card empty">{t('records.none')}</p>
            ) : (
              <RecordTable read={read} significant={significant} items={items} />
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
    </div>
  );
}

const LAST_CALLS = ['answered', 'not-answered', 'busy', 'voicemail', 'abandoned', 'error'];

interface FilterProps {
  readonly read: CampaignRead;
  readonly searched: string | undefined;
  readonly wanted: Wanted;
  readonly change: (next: Partial<Wanted>) => void;
}

function FilterBar({ read, searched, wanted, change }: FilterProps) {
  const { t } = useConsole();
  const names = useNames();
  const states = PROGRESS_PARTS.flatMap((part) => STATES_OF[part]);
  return (
    <search className="row filters">
      <label className="wide">
        <span>
          {searched === undefined
            ? t('records.searchNumber')
            : t('records.search', { field: searched })}
        </span>
        <input
          type="search"
          autoComplete="off"
          value={wanted.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      <Choice
        label={t('records.state')}
        value={wanted.state}
        change={(state) => change({ state })}
        options={states.map((one) => [one, names.recordState(one)])}
      />
      <Choice
        label={t('records.lastCall')}
        value={wanted.lastCall}
        change={(lastCall) => change({ lastCall })}
        options={LAST_CALLS.map((one) => [one, names.ending(one)])}
      />
      <Choice
        label={t('records.classifier')}
        value={wanted.classifier}
        change={(classifier) => change({ classifier })}
        options={read.classifiers.map(({ classifier, name }) => [classifier, name])}
      />
      <Button onPress={() => change(ANYTHING)}>{t('records.clear')}</Button>
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly options: readonly (readonly [string, string])[];
}

function Choice({ label, value, change, options }: ChoiceProps) {
  const { t } = useConsole();
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => change(event.target.value)}>
        <option value="">{t('records.any')}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
