// What a supervisor is to know of a campaign, from its journal.
import { describe, expect, it } from 'vitest';
import { alertsIn } from '../../../../lib/domain/campaigns/alerts.ts';
import type { CampaignEntry } from '../../../../lib/domain/model/journal.ts';
import { at } from '../../../support/records.ts';

const low = (seconds: number): CampaignEntry => ({
  type: 'campaign.pool-low',
  at: at(seconds),
  left: 4,
  limit: 5,
});
const told = (seconds: number, supervisor: string): CampaignEntry => ({
  type: 'supervisor.alerted',
  at: at(seconds),
  supervisor,
});
const lasting = { poolAlerted: true, state: 'running' } as const;
const kinds = (alerts: ReturnType<typeof alertsIn>) =>
  alerts.map(({ kind, over }) => `${kind} ${over ? 'over' : 'lasts'}`);

describe('alerts of a campaign', () => {
  it('say who was told of which, and that one lasts until the pool is filled', () => {
    const newest = [told(70, 'jan'), low(60), told(12, 'jan'), told(11, 'ewa'), low(10)];

    const alerts = alertsIn(newest, lasting);

    expect(kinds(alerts)).toEqual(['pool-low lasts', 'pool-low over']);
    expect(alerts.map((one) => one.told.map(({ supervisor }) => supervisor))).toEqual([
      ['jan'],
      ['ewa', 'jan'],
    ]);
    expect(kinds(alertsIn(newest, { ...lasting, poolAlerted: false }))).toEqual([
      'pool-low over',
      'pool-low over',
    ]);
  });

  it('are over when a webhook is switched on again, and not another one', () => {
    const disabled = {
      type: 'webhook.disabled',
      at: at(1),
      webhook: 'crm',
      because: 'gone',
      since: at(0),
    } as const;
    const enabled = (webhook: string) =>
      ({ type: 'webhook.enabled', at: at(2), webhook, by: 'ewa' }) as const;

    expect(kinds(alertsIn([disabled], lasting))).toEqual(['webhook-disabled lasts']);
    expect(kinds(alertsIn([enabled('erp'), disabled], lasting))).toEqual([
      'webhook-disabled lasts',
    ]);
    expect(kinds(alertsIn([enabled('crm'), disabled], lasting))).toEqual(['webhook-disabled over']);
  });

  it('tell of a file that could not be read, until it was', () => {
    const read = (seconds: number, problem?: string): CampaignEntry => ({
      type: 'import.finished',
      at: at(seconds),
      file: 'people.csv',
      imported: 0,
      present: 0,
      duplicates: 0,
      rejected: 0,
      problem,
    });

    expect(kinds(alertsIn([read(1)], lasting))).toEqual([]);
    expect(kinds(alertsIn([read(1, 'no headings')], lasting))).toEqual(['import-failed lasts']);
    expect(kinds(alertsIn([read(2), read(1, 'no headings')], lasting))).toEqual([
      'import-failed over',
    ]);
  });

  it('tell that a campaign has come to its end, until it goes on', () => {
    const ended = [{ type: 'campaign.exhausted', at: at(1) }] as const;

    expect(kinds(alertsIn(ended, { poolAlerted: false, state: 'ended' }))).toEqual([
      'exhausted lasts',
    ]);
    expect(kinds(alertsIn(ended, lasting))).toEqual(['exhausted over']);
  });
});
