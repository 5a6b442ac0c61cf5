// What supervisors were told of, and what still lasts.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Badge } from '../../kit/ui/badge.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { Scrolling } from '../../kit/ui/scrolling.tsx';
import { useConsole } from '../language.ts';
import { useCampaignNames } from '../use-campaign-names.ts';

type Alert = ItemOf<'listAlerts'>;

export function Alerts() {
  const { t } = useConsole();
  const asked = useAsk('listAlerts', {}, { every: 2 * LIVE });
  return (
    <Page title={t('console.alerts')}>
      <Asked of={asked} data={asked.data?.body.items}>
        {(alerts) =>
          alerts.length === 0 ? (
            <p className="card empty">{t('alerts.none')}</p>
          ) : (
            <AlertTable alerts={alerts} />
          )
        }
      </Asked>
    </Page>
  );
}

function AlertTable({ alerts }: { alerts: readonly Alert[] }) {
  const { t } = useConsole();
  return (
    <Card title={t('console.alerts')} flush>
      <Scrolling label={t('alerts.what')}>
        <table className="folds">
          <caption className="hidden">{t('console.alerts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('alerts.state')}</th>
              <th scope="col">{t('alerts.what')}</th>
              <th scope="col">{t('campaigns.name')}</th>
              <th scope="col">{t('alerts.since')}</th>
              <th scope="col">{t('alerts.told')}</th>
            </tr>
          </thead>
          <tbody>
            {alerts.map((alert) => (
              <Row key={`${alert.campaign} ${alert.kind} ${alert.at}`} alert={alert} />
            ))}
          </tbody>
        </table>
      </Scrolling>
    </Card>
  );
}

function Row({ alert }: { alert: Alert }) {
  const { t, format } = useConsole();
  const names = useCampaignNames();
  const { campaign, over, at, told } = alert;
  return (
    <tr>
      <td>
        <Badge tone={over ? 'off' : 'warn'}>{t(over ? 'alerts.over' : 'alerts.lasts')}</Badge>
      </td>
      <th scope="row">{useWhat(alert)}</th>
      <td data-label={t('campaigns.name')}>
        <a href={to('/campaigns/{campaign}', { campaign })}>{names.get(campaign) ?? campaign}</a>
      </td>
      <td data-label={t('alerts.since')}>{format.moment(at)}</td>
      <td data-label={t('alerts.told')}>
        {told.length === 0
          ? t('alerts.nobody')
          : told.map(({ supervisor: name, at: when, problem }) => (
              <div key={name}>
                {problem === undefined
                  ? t('alerts.toldAt', { name, at: format.moment(when) })
                  : t('alerts.notTold', { name, problem: format.sentence(problem) })}
              </div>
            ))}
      </td>
    </tr>
  );
}

function useWhat({ kind, left, limit, webhook, file, problem }: Alert): string {
  const { t, format } = useConsole();
  switch (kind) {
    case 'pool-low':
      return t('alerts.pool-low', { n: left ?? 0, limit: limit ?? 0 });
    case 'exhausted':
      return t('alerts.exhausted');
    case 'webhook-disabled':
      return t('alerts.webhook-disabled', { webhook: webhook ?? '' });
    case 'import-failed':
      return t('alerts.import-failed', {
        file: (file ?? '').split('/').at(-1) ?? '',
        problem: format.sentence(problem ?? ''),
      });
  }
}
