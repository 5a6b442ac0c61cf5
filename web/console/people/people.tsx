// People apart from campaigns: searched, filtered, and given to campaigns, once or as they come.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { to } from '../../kit/router.tsx';
import { Scrolling } from '../../kit/ui/scrolling.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { SavedFilters } from '../filters/saved-filters.tsx';
import { useConsole } from '../language.ts';
import { FoundRecords } from '../records/found-records.tsx';
import { type Finding, type RecordsOf, useFinding } from '../records/use-finding.ts';
import { DIRECTORY } from './directory.ts';
import { DirectoryPage } from './directory-page.tsx';

export const People = () => <DirectoryPage>{(of) => <Inside of={of} />}</DirectoryPage>;

function Inside({ of }: { of: RecordsOf }) {
  const finding = useFinding(of);
  return (
    <div className="stack">
      <SavedFilters campaign={DIRECTORY} fields={of.fields} {...finding} />
      <FilterBar
        fields={of.fields}
        classifiers={undefined}
        searched={finding.significant?.label}
        wanted={finding.wanted}
        change={finding.change}
      />
      <FoundRecords of={of} finding={finding}>
        {(items) => <PeopleTable of={of} finding={finding} items={items} />}
      </FoundRecords>
    </div>
  );
}

/** Fields beside the name that a row has room for. */
const BESIDE = 3;

interface Props {
  readonly of: RecordsOf;
  readonly finding: Finding;
  readonly items: readonly ItemOf<'searchRecords'>[];
}

function PeopleTable({ of, finding, items }: Props) {
  const { t, format } = useConsole();
  const { significant, selected, toggle } = finding;
  const beside = of.fields.filter((one) => one !== significant).slice(0, BESIDE);
  return (
    <div className="card">
      <Scrolling label={t('console.people')}>
        <table className="folds">
          <caption className="hidden">{t('console.people')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden">{t('records.select')}</span>
              </th>
              <th scope="col">{significant?.label ?? t('people.person')}</th>
              {beside.map(({ field, label }) => (
                <th key={field} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col">{t('records.phone')}</th>
              <th scope="col">{t('record.email')}</th>
              <th scope="col">{t('record.created')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ record, fields, phones, emails, createdAt }) => {
              const name = fields[significant?.field ?? ''] || record.slice(-8);
              return (
                <tr key={record}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('records.selectOne', { name })}
                      checked={selected.has(record)}
                      onChange={() => toggle(record)}
                    />
                  </td>
                  <th scope="row">
                    <a href={to('/people/{campaign}/{record}', { campaign: DIRECTORY, record })}>
                      {name}
                    </a>
                  </th>
                  {beside.map(({ field, label }) => (
                    <td key={field} data-label={label}>
                      {fields[field]}
                    </td>
                  ))}
                  <td className="nowrap" data-label={t('records.phone')}>
                    {shownOf(phones)}
                  </td>
                  <td data-label={t('record.email')}>{shownOf(emails)}</td>
                  <td className="nowrap" data-label={t('record.created')}>
                    {format.day(createdAt)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolling>
    </div>
  );
}

type Ends = ItemOf<'searchRecords'>['phones'];

/** The default, and how many there are besides. */
function shownOf(ends: Ends): string {
  const value = (ends.find(({ isDefault }) => isDefault) ?? ends[0])?.value ?? '';
  return ends.length > 1 ? `${value} +${ends.length - 1}` : value;
}
