// Alerts and forecasts of campaigns.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { type Alert, alertsIn } from '../../domain/campaigns/alerts.ts';
import { campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import { forecastOf } from '../../domain/campaigns/forecast.ts';
import { type CampaignId, campaignId } from '../../domain/model/ids.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
import { DAY, localDate } from '../../domain/model/time-zone.ts';
import { reaches } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import type { MONITORING_READS } from '../routes/monitoring.ts';

type Ports = PortsOf<'api-read'>;

const LATEST = 200;
const SHOWN_FOR = 30 * DAY;

export const monitoringReads: RouteHandlers<typeof MONITORING_READS, Ports> = {
  async listAlerts({ caller }, ports) {
    const definitions = ports.definitions.definitions();
    const ids = Object.keys(definitions.campaigns).filter((id) => reaches(definitions, caller, id));
    const since = ports.clock.now() - SHOWN_FOR;
    const found = await Promise.all(ids.map((id) => alertsOf(campaignId(id), since, ports)));
    const items = found
      .flat()
      .toSorted((a, b) => Number(a.over) - Number(b.over) || (a.at < b.at ? 1 : -1));
    return { body: { items } };
  },

  async readForecast({ params }, ports) {
    const id = campaignId(params.campaign);
    const definitions = ports.definitions.definitions();
    const { timeZone: zone } = definitions.centre;
    const now = ports.clock.now();
    const today = localDate(now, zone);
    const [state, counts, figures] = await Promise.all([
      ports.campaigns.load(id),
      ports.records.counts(id),
      ports.reports.figures(id, today, today),
    ]);
    const hours = campaignSetting(definitions, id)?.queueHours;
    const callsToday = figures.reduce((sum, { counts: day }) => sum + callsIn(day), 0);
    const forecast = forecastOf({ state, counts, callsToday, hours, zone, now });
    if (forecast === undefined) return { body: {} };
    const at = forecast.at && toIso(forecast.at);
    return { body: { forecast: { ...forecast, at } } };
  },
};

const callsIn = (counts: Readonly<Record<string, number>>): number =>
  Object.entries(counts).reduce((sum, [key, n]) => (key.startsWith('call:') ? sum + n : sum), 0);

async function alertsOf(id: CampaignId, since: number, { campaigns, journal }: Ports) {
  const [state, { entries }] = await Promise.all([
    campaigns.load(id),
    journal.latestOfCampaign(id, { limit: LATEST }),
  ]);
  const alerts = alertsIn(
    entries.map(({ entry }) => entry),
    state,
  );
  return alerts.filter(({ cause }) => cause.at >= since).map((alert) => alertView(id, alert));
}

function alertView(campaign: CampaignId, { kind, cause, over, told }: Alert) {
  const at = (moment: number) => toIso(instant(moment));
  return {
    campaign,
    kind,
    at: at(cause.at),
    over,
    ...(cause.type === 'campaign.pool-low' && { left: cause.left, limit: cause.limit }),
    ...(cause.type === 'webhook.disabled' && { webhook: cause.webhook }),
    ...(cause.type === 'import.finished' && { file: cause.file, problem: cause.problem }),
    told: told.map((one) => ({
      supervisor: one.supervisor,
      at: at(one.at),
      ...(one.type === 'supervisor.not-alerted' && { problem: one.reason }),
    })),
  };
}
