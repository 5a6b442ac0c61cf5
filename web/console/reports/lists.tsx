// Lists of contacts, recalls and recordings, each row headed by the significant field.
import type { ReactNode } from 'react';
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { useList } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import { AskedFor, useWish, type Wish } from './asked-for.tsx';
import { type Column, ListTable } from './list-table.tsx';
import { SaveCsv } from './save-csv.tsx';
import { useClassifierNames } from './use-classifier-names.ts';

type Contact = ItemOf<'reportContacts'>;

const periodOf = ({ from, to: until, agent }: Wish) => ({
  from,
  to: until,
  ...(agent.trim() !== '' && { agent: agent.trim() }),
});

const isWhole = ({ campaign, from, to: until }: Wish): boolean =>
  campaign !== '' && from !== '' && until !== '';

interface NamedRow {
  readonly campaign: string;
  readonly record: string;
  readonly significant?: string | undefined;
}

/** The record, as the first cell of its row. */
export const recordLink = ({ campaign, record, significant }: NamedRow): ReactNode => (
  <a href={to('/campaigns/{campaign}/records/{record}', { campaign, record })}>
    {significant ?? record.slice(-8)}
  </a>
);

function useContactColumns(campaign: string): readonly Column<Contact>[] {
  const { t, format } = useConsole();
  const names = useNames();
  const classifierName = useClassifierNames(campaign);
  return [
    { key: 'record', heading: t('records.record'), of: recordLink },
    {
      key: 'at',
      heading: t('reports.begun'),
      isWhole: true,
      of: ({ begunAt }) => format.moment(begunAt),
    },
    {
      key: 'with',
      heading: t('reports.with'),
      of: ({ direction, endpoint }) => `${t(`channel.${direction}`)} ${endpoint}`,
    },
    { key: 'status', heading: t('totals.ending'), of: ({ status }) => names.ending(status) },
    {
      key: 'talk',
      heading: t('reports.talk'),
      isNumber: true,
      of: ({ talkSeconds }) => (talkSeconds === undefined ? '' : format.span(talkSeconds * 1000)),
    },
    { key: 'agent', heading: t('reports.agent'), of: ({ agent }) => agent },
    {
      key: 'classifier',
      heading: t('records.classifier'),
      of: ({ classifier }) => classifierName(classifier),
    },
  ];
}

export function ContactList() {
  const { t } = useConsole();
  const [wish, change] = useWish();
  const params = { campaign: wish.campaign };
  const query = periodOf(wish);
  const list = useList('reportContacts', { params, query }, { enabled: isWhole(wish) });
  return (
    <div className="stack">
      <search className="row filters">
        <AskedFor wish={wish} change={change} isPast />
        <SaveCsv
          name={`contacts-${wish.campaign}-${wish.from}-${wish.to}.csv`}
          of="reportContactsCsv"
          asking={{ params, query }}
          isDisabled={!isWhole(wish)}
        />
      </search>
      <ListTable
        title={t('reports.list.contacts')}
        list={list}
        columns={useContactColumns(wish.campaign)}
      />
    </div>
  );
}

export function RecordingList() {
  const { t } = useConsole();
  const [wish, change] = useWish();
  const params = { campaign: wish.campaign };
  const query = periodOf(wish);
  const list = useList('reportRecordings', { params, query }, { enabled: isWhole(wish) });
  const columns: readonly Column<ItemOf<'reportRecordings'>>[] = [
    ...useContactColumns(wish.campaign),
    {
      key: 'recorded',
      heading: t('reports.recorded'),
      of: ({ recorded }) => recorded.map((one) => t(`reports.recorded.${one}`)).join(', '),
    },
    { key: 'contact', heading: t('reports.contact'), of: ({ contact }) => contact },
  ];
  return (
    <div className="stack">
      <search className="row filters">
        <AskedFor wish={wish} change={change} isPast />
        <SaveCsv
          name={`recordings-${wish.campaign}-${wish.from}-${wish.to}.csv`}
          of="reportRecordingsCsv"
          asking={{ params, query }}
          isDisabled={!isWhole(wish)}
        />
      </search>
      <ListTable title={t('reports.list.recordings')} list={list} columns={columns} />
    </div>
  );
}

export function RecallList() {
  const { t, format } = useConsole();
  const [wish, change] = useWish();
  const params = { campaign: wish.campaign };
  const classifierName = useClassifierNames(wish.campaign);
  const list = useList('reportRecalls', { params }, { enabled: wish.campaign !== '' });
  const columns: readonly Column<ItemOf<'reportRecalls'>>[] = [
    { key: 'record', heading: t('records.record'), of: recordLink },
    {
      key: 'at',
      heading: t('records.nextContact'),
      isWhole: true,
      of: ({ at }) => format.moment(at),
    },
    { key: 'number', heading: t('records.phone'), of: ({ number }) => number },
    {
      key: 'weight',
      heading: t('record.weight'),
      isNumber: true,
      of: ({ weight }) => format.number(weight),
    },
    {
      key: 'attempts',
      heading: t('records.attempts'),
      isNumber: true,
      of: ({ attempts }) => format.number(attempts),
    },
    {
      key: 'classifier',
      heading: t('records.classifier'),
      of: ({ classifier }) => classifierName(classifier),
    },
    { key: 'private', heading: t('record.privateTo'), of: ({ agent }) => agent },
    { key: 'last', heading: t('record.lastAgent'), of: ({ lastAgent }) => lastAgent },
  ];
  return (
    <div className="stack">
      <search className="row filters">
        <AskedFor wish={wish} change={change} isPast={false} />
        <SaveCsv
          name={`recalls-${wish.campaign}.csv`}
          of="reportRecallsCsv"
          asking={{ params }}
          isDisabled={wish.campaign === ''}
        />
      </search>
      <ListTable title={t('reports.list.recalls')} list={list} columns={columns} />
    </div>
  );
}
