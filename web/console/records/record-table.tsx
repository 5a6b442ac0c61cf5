// Records as a table. Only the rows in sight are drawn: a list of thousands stays quick.
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Answer, ItemOf } from '../../kit/api/operation-types.ts';
import { to } from '../../kit/router.tsx';
import { useConsole } from '../language.ts';
import { RecordBadge } from './record-badge.tsx';

type Found = ItemOf<'listRecords'>;
type Field = Answer<'readCampaign'>['fields'][number];

interface Props {
  readonly read: Answer<'readCampaign'>;
  readonly significant: Field | undefined;
  readonly items: readonly Found[];
  /** Ids of records that something shall be done with. */
  readonly selected: ReadonlySet<string>;
  readonly toggle: (record: string) => void;
}

/** Pixels, until a row is measured. */
const ROW = 41;
/** Where the columns are folded into one another (console.css). */
const FOLDED = { screen: 600, row: 150 };
/** Rows drawn beyond those in sight. */
const BEYOND = 20;

export function RecordTable({ read, significant, items, selected, toggle }: Props) {
  const { t } = useConsole();
  const table = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(table.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => (innerWidth <= FOLDED.screen ? FOLDED.row : ROW),
    overscan: BEYOND,
    scrollMargin: top,
  });
  const inSight = rows.getVirtualItems();
  const before = (inSight[0]?.start ?? top) - top;
  const after = rows.getTotalSize() - ((inSight.at(-1)?.end ?? top) - top);
  return (
    <div className="card table-wrap" ref={table}>
      <table className="records folds" aria-rowcount={items.length + 1}>
        <caption className="hidden">{t('campaign.records')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{t('records.select')}</span>
            </th>
            <th scope="col">{significant?.label ?? t('records.record')}</th>
            <th scope="col">{t('records.state')}</th>
            <th scope="col">{t('records.phone')}</th>
            <th scope="col" className="number">
              {t('records.attempts')}
            </th>
            <th scope="col">{t('records.classifier')}</th>
            <th scope="col">{t('records.lastContact')}</th>
            <th scope="col">{t('records.nextContact')}</th>
          </tr>
        </thead>
        <tbody>
          <Gap height={before} />
          {inSight.map(({ index }) => {
            const item = items[index];
            if (item === undefined) return null;
            return (
              <Row
                key={item.record}
                index={index}
                measure={rows.measureElement}
                item={item}
                isSelected={selected.has(item.record)}
                toggle={() => toggle(item.record)}
                name={item.fields[significant?.field ?? ''] ?? ''}
                classifier={
                  read.classifiers.find((one) => one.classifier === item.classifier)?.name ??
                  item.classifier
                }
              />
            );
          })}
          <Gap height={after} />
        </tbody>
      </table>
    </div>
  );
}

const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr className="gap">
      <td colSpan={8} style={{ height }} />
    </tr>
  ) : null;

interface RowProps {
  readonly index: number;
  /** How high it is. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly item: Found;
  readonly name: string;
  readonly classifier: string | undefined;
  readonly isSelected: boolean;
  readonly toggle: () => void;
}

function Row({ index, measure, item, name, classifier, isSelected, toggle }: RowProps) {
  const { t, format } = useConsole();
  const { campaign, record, state, phones, attempts, lastContact, nextContact } = item;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <td>
        <input
          type="checkbox"
          aria-label={t('records.selectOne', { name: name === '' ? record.slice(-8) : name })}
          checked={isSelected}
          onChange={toggle}
        />
      </td>
      <th scope="row">
        <a href={to('/campaigns/{campaign}/records/{record}', { campaign, record })}>
          {name === '' ? record.slice(-8) : name}
        </a>
      </th>
      <td data-label={t('records.state')}>
        <RecordBadge state={state} />
      </td>
      <td className="nowrap" data-label={t('records.phone')}>
        {(phones.find((one) => one.isDefault) ?? phones[0])?.value}
      </td>
      <td className="number" data-label={t('records.attempts')}>
        {format.number(attempts)}
      </td>
      <td data-label={t('records.classifier')}>{classifier}</td>
      <td className="nowrap" data-label={t('records.lastContact')}>
        {lastContact && format.moment(lastContact)}
      </td>
      <td className="nowrap" data-label={t('records.nextContact')}>
        {nextContact && format.moment(nextContact)}
      </td>
    </tr>
  );
}
