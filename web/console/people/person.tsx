// One person, found by a record of theirs: how they are reached and whether they may be, what is
// known of them, the campaigns that have them, and everything that happened on every channel.
import type { Answer } from '../../kit/api/operation-types.ts';
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { useConsole } from '../language.ts';
import { RecordBadge } from '../records/record-badge.tsx';
import { Timeline } from '../records/timeline.tsx';
import { useCampaignNames } from '../use-campaign-names.ts';
import { DIRECTORY } from './directory.ts';
import { Known } from './known.tsx';
import { Reached } from './reached.tsx';

interface Props {
  readonly campaign: string;
  readonly record: string;
}

type Person = Answer<'readPerson'>;

export function PersonPage({ campaign, record }: Props) {
  const { t } = useConsole();
  const params = { campaign, record };
  const person = useAsk('readPerson', { params }, { every: LIVE });
  const asked = useAsk('readRecord', { params }, { every: LIVE });
  const fields = useFieldsOf(campaign);
  const significant = fields.find((one) => one.significant) ?? fields[0];
  const name = asked.data?.body.fields[significant?.field ?? ''];
  return (
    <Page title={name || t('people.person')} crumbs={useCrumbs(params, name)}>
      <Asked of={asked} data={asked.data}>
        {(read) => (
          <Asked of={person} data={person.data?.body}>
            {(body) => (
              <div className="columns">
                <div className="stack">
                  <Reached read={read} person={body} />
                  <Elsewhere records={body.records} />
                  <Everything {...params} />
                </div>
                <Known read={read} fields={fields} />
              </div>
            )}
          </Asked>
        )}
      </Asked>
    </Page>
  );
}

function useFieldsOf(campaign: string) {
  const isDirectory = campaign === DIRECTORY;
  const directory = useAsk('readDirectory', {}, { enabled: isDirectory });
  const read = useAsk('readCampaign', { params: { campaign } }, { enabled: !isDirectory });
  return (isDirectory ? directory.data?.body.directory : read.data?.body)?.fields ?? [];
}

function useCrumbs(of: Props, name: string | undefined) {
  const { t } = useConsole();
  const names = useCampaignNames();
  if (of.campaign === DIRECTORY) return [{ says: t('console.people'), href: to('/people') }];
  const { campaign } = of;
  return [
    { says: t('console.campaigns'), href: to('/') },
    { says: names.get(campaign) ?? campaign, href: to('/campaigns/{campaign}', { campaign }) },
    { says: t('campaign.records'), href: to('/campaigns/{campaign}/records', { campaign }) },
    {
      says: name || t('records.record'),
      href: to('/campaigns/{campaign}/records/{record}', { ...of }),
    },
  ];
}

function Elsewhere({ records }: { records: Person['records'] }) {
  const { t, format } = useConsole();
  const names = useCampaignNames();
  const within = records.filter(({ campaign }) => campaign !== DIRECTORY);
  return (
    <Card title={t('people.campaigns')} flush>
      {within.length === 0 ? (
        <p className="empty">{t('people.noCampaign')}</p>
      ) : (
        <div className="table-wrap">
          <table className="folds">
            <caption className="hidden">{t('people.campaigns')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('campaigns.name')}</th>
                <th scope="col">{t('records.state')}</th>
                <th scope="col" className="number">
                  {t('records.attempts')}
                </th>
                <th scope="col">{t('records.lastContact')}</th>
              </tr>
            </thead>
            <tbody>
              {within.map(({ campaign, record, state, attempts, lastContact }) => (
                <tr key={`${campaign} ${record}`}>
                  <th scope="row">
                    <a href={to('/campaigns/{campaign}/records/{record}', { campaign, record })}>
                      {names.get(campaign) ?? campaign}
                    </a>
                  </th>
                  <td data-label={t('records.state')}>
                    <RecordBadge state={state} />
                  </td>
                  <td className="number" data-label={t('records.attempts')}>
                    {format.number(attempts)}
                  </td>
                  <td className="nowrap" data-label={t('records.lastContact')}>
                    {lastContact && format.moment(lastContact)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function Everything({ campaign, record }: Props) {
  const { t } = useConsole();
  const names = useCampaignNames();
  const directory = useAsk('readDirectory').data?.body.directory?.name;
  const asked = useAsk('readPersonTimeline', { params: { campaign, record } }, { every: LIVE });
  const nameOf = (id: string) => (id === DIRECTORY ? directory : names.get(id)) ?? id;
  return (
    <Card title={t('people.timeline')}>
      <Asked of={asked} data={asked.data?.body.items}>
        {(moments) => <Timeline moments={moments} nameOf={nameOf} />}
      </Asked>
    </Card>
  );
}
