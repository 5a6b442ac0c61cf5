// One record: what it is, why it is called or not, and everything that happened to it.
import type { Answer } from '../../kit/api/operation-types.ts';
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import { Contacts } from './contacts.tsx';
import { Gates } from './gates.tsx';
import { RecordActions } from './record-actions.tsx';
import { RecordBadge } from './record-badge.tsx';
import { momentsOf, Timeline } from './timeline.tsx';
import { VerdictBadge } from './verdict-badge.tsx';

interface Props {
  readonly campaign: string;
  readonly record: string;
}

type Read = Answer<'readRecord'>;

export function RecordPage({ campaign, record }: Props) {
  const { t } = useConsole();
  const params = { campaign, record };
  const of = useAsk('readCampaign', { params: { campaign } });
  const asked = useAsk('readRecord', { params }, { every: LIVE });
  const fields = of.data?.body.fields ?? [];
  const significant = fields.find((one) => one.significant)?.field ?? '';
  const name = asked.data?.body.fields[significant] ?? record;
  return (
    <Page
      title={name}
      crumbs={[
        { says: t('console.campaigns'), href: to('/') },
        {
          says: of.data?.body.name ?? campaign,
          href: to('/campaigns/{campaign}', { campaign }),
        },
        { says: t('campaign.records'), href: to('/campaigns/{campaign}/records', { campaign }) },
      ]}
      beside={asked.data && <RecordBadge state={asked.data.body.state} />}
      actions={asked.data && <RecordActions {...asked.data} />}
    >
      <Asked of={asked} data={asked.data}>
        {({ body }) => <Inside read={body} of={of.data?.body} />}
      </Asked>
    </Page>
  );
}

interface InsideProps {
  readonly read: Read;
  readonly of: Answer<'readCampaign'> | undefined;
}

function Inside({ read, of }: InsideProps) {
  const { t } = useConsole();
  const { campaign, record } = read;
  const params = { campaign, record };
  const timeline = useAsk('readTimeline', { params }, { every: LIVE });
  return (
    <div className="columns">
      <div className="stack">
        <Why campaign={campaign} record={record} />
        <Card
          title={t('timeline.title')}
          beside={<a href={to('/people/{campaign}/{record}', params)}>{t('record.person')}</a>}
        >
          <Asked of={timeline} data={timeline.data?.body.items}>
            {(moments) => <Timeline moments={momentsOf(params, moments)} />}
          </Asked>
        </Card>
      </div>
      <div className="stack">
        <Facts read={read} of={of} />
        <Contacts campaign={campaign} record={record} />
      </div>
    </div>
  );
}

function Why({ campaign, record }: Props) {
  const { t, format } = useConsole();
  const asked = useAsk('explainRecord', { params: { campaign, record } }, { every: LIVE });
  return (
    <Card title={t('why.title')}>
      <Asked of={asked} data={asked.data?.body}>
        {({ present, pool }) => (
          <div className="stack">
            <p>
              <VerdictBadge kind={present.kind} /> {format.sentence(present.says)}
            </p>
            <p className="soft">{t('why.pool', { n: pool.waiting, open: pool.open })}</p>
            {present.gates.length > 0 && (
              <details>
                <summary>{t('why.gates')}</summary>
                <Gates gates={present.gates} />
              </details>
            )}
          </div>
        )}
      </Asked>
    </Card>
  );
}

function Facts({ read, of }: { read: Read; of: Answer<'readCampaign'> | undefined }) {
  const { t, format } = useConsole();
  const names = useNames();
  const { fields = [], classifiers = [] } = of ?? {};
  const labels = new Map(fields.map(({ field, label }) => [field, label]));
  const classifier = classifiers.find((one) => one.classifier === read.classifier)?.name;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ...Object.entries(read.fields).map(([id, value]) => [labels.get(id) ?? id, value] as const),
    ...read.phones.map(
      ({ value, isDefault }) =>
        [t(isDefault ? 'record.defaultPhone' : 'record.phone'), value] as const,
    ),
    ...read.emails.map(({ value }) => [t('record.email'), value] as const),
    [t('records.nextContact'), read.nextContact && format.moment(read.nextContact)],
    [t('records.attempts'), format.number(read.attempts)],
    ...Object.entries(read.endings).map(
      ([one, n]) => [names.ending(one), format.number(n)] as const,
    ),
    [t('records.classifier'), classifier ?? read.classifier],
    [t('record.lastAgent'), read.lastAgent],
    [t('record.privateTo'), read.privateTo],
    [t('record.weight'), format.number(read.weight)],
    ...Object.entries(read.parameters),
    [t('record.created'), format.moment(read.createdAt)],
  ];
  return (
    <Card title={t('record.facts')}>
      <dl className="pairs">
        {rows.map(([label, value]) =>
          value === undefined || value === '' ? null : (
            <div key={`${label} ${value}`}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </Card>
  );
}
