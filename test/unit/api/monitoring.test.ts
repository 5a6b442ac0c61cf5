// Alerts and forecasts, over the API.
import { describe, expect, it } from 'vitest';
import { instant } from '../../../lib/domain/model/instant.ts';
import { apiOver, tokenOf } from '../../support/api.ts';
import { at, NOW } from '../../support/records.ts';
import { aFloor, SPRING } from '../application/a-floor.ts';

const SETUP = {
  campaign: { supervisors: ['ewa'] },
  supervisors: { ewa: { email: 'ewa@example.org' }, jan: { email: 'jan@example.org' } },
  also: { autumn: { supervisors: ['jan'] } },
};

async function withAlerts() {
  const { ports } = await aFloor(SETUP);
  const { campaigns } = ports;
  const before = await campaigns.load(SPRING);
  const after = { ...before, poolAlerted: true, version: before.version + 1 };
  await campaigns.commit(before, after, [
    { type: 'campaign.pool-low', at: instant(NOW - 40 * 86_400_000), left: 5, limit: 5 },
    { type: 'campaign.pool-low', at: at(1), left: 4, limit: 5 },
    { type: 'supervisor.not-alerted', at: at(2), supervisor: 'ewa', reason: 'no such mailbox' },
  ]);
  return apiOver(ports);
}

describe('alerts', () => {
  it('are shown to the supervisors of their campaign, with who was told', async () => {
    const api = await withAlerts();

    const { body } = await api.ask(tokenOf.supervisor('ewa'), 'listAlerts');
    const other = await api.ask(tokenOf.supervisor('jan'), 'listAlerts');

    expect(body).toEqual({
      items: [
        {
          campaign: 'spring',
          kind: 'pool-low',
          at: '2026-03-02T09:00:01.000Z',
          over: false,
          left: 4,
          limit: 5,
          told: [{ supervisor: 'ewa', at: '2026-03-02T09:00:02.000Z', problem: 'no such mailbox' }],
        },
      ],
    });
    expect(other.body).toEqual({ items: [] });
  });
});

describe('the forecast', () => {
  it('is not made while too little is known', async () => {
    const api = await withAlerts();

    const { body } = await api.ask(tokenOf.administrator, 'readForecast', {
      params: { campaign: 'spring' },
    });

    expect(body).toEqual({});
  });
});
