import { describe, expect, it } from 'vitest';
import {
  exhausted,
  isExhausted,
  poolAlert,
  switched,
} from '../../../../lib/domain/campaigns/campaign-changes.ts';
import { campaignSetting } from '../../../../lib/domain/campaigns/campaign-setting.ts';
import type {
  CampaignState,
  CampaignSwitch,
} from '../../../../lib/domain/campaigns/campaign-state.ts';
import { countsDelta, leftToDial, open, total } from '../../../../lib/domain/campaigns/counts.ts';
import { againstSwitch } from '../../../../lib/domain/campaigns/switching.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { parseInstant } from '../../../../lib/domain/model/instant.ts';
import { Campaign } from '../../../../lib/language/schema/campaign.ts';
import { centreDefinitions } from '../../../support/a-centre.ts';
import { anAttempt, aRecord, aText, changed, NOW, taken } from '../../../support/records.ts';

const running: CampaignState = {
  campaign: campaignId('spring'),
  version: 3,
  state: 'running',
  changedAt: NOW,
  changedBy: 'olga',
  poolAlerted: false,
  nextCallerId: 0,
  recentOrders: [],
};
const campaign = (more: object = {}) => Campaign.parse({ name: 'Spring', channels: {}, ...more });
const worked = { closed: 3, deleted: 1 };

describe('the counters of a campaign', () => {
  it('move with a record, its call and its messages', () => {
    const record = taken(aRecord());
    const attempt = anAttempt(record);
    const text = aText(record);

    const { current: _, ...left } = record;
    const delta = countsDelta({
      before: record,
      after: changed(left, { state: 'closed', success: true }),
      attempt: { before: attempt, after: { ...attempt, status: 'busy' } },
      messages: [
        { before: text, after: { ...text, state: 'sending' } },
        { before: undefined, after: aText(record, 'other') },
      ],
    });

    expect(delta).toEqual({
      'being-contacted': -1,
      closed: 1,
      success: 1,
      'call:busy': 1,
      'message:sms:ordered': 1,
    });
  });

  it('count a new record', () => {
    expect(countsDelta({ before: undefined, after: aRecord() })).toEqual({ new: 1 });
  });

  it('say how many records there are, are open and wait', () => {
    const counts = { new: 2, 'recall-scheduled': 3, unhandled: 1, closed: 4, 'call:busy': 9 };

    expect([total(counts), open(counts), leftToDial(counts)]).toEqual([10, 6, 5]);
  });
});

describe('a campaign', () => {
  it('is exhausted when every record is worked to the end and no call is under way (CAM-29)', () => {
    expect([
      isExhausted(campaign(), worked, 0),
      isExhausted(campaign(), worked, 1),
      isExhausted(campaign(), { ...worked, unhandled: 1 }, 0),
      isExhausted(campaign(), {}, 0),
      isExhausted(campaign({ goal: 'none' }), worked, 0),
    ]).toEqual([true, false, false, false, false]);
  });

  it('that customers call is never exhausted: the next one may have to be called back', () => {
    const channels = { inbound: { numbers: ['main'], ivr: 'reception' } };

    expect(isExhausted(campaign({ channels }), worked, 0)).toBe(false);
  });

  it('ends by itself and says so', () => {
    expect(exhausted(running, NOW)).toEqual({
      after: { ...running, version: 4, state: 'ended', changedBy: 'dialer' },
      entries: [
        { type: 'campaign.exhausted', at: NOW },
        { type: 'campaign.switched', at: NOW, from: 'running', to: 'ended', by: 'dialer' },
      ],
    });
  });

  it('tells who switched it', () => {
    const { after, entries } = switched(running, 'paused', 'jan', NOW);

    expect(after).toMatchObject({ state: 'paused', changedBy: 'jan', version: 4 });
    expect(entries).toEqual([
      { type: 'campaign.switched', at: NOW, from: 'running', to: 'paused', by: 'jan' },
    ]);
  });

  it('says once that its pool is low, and again only after it was filled (MON-6)', () => {
    const limited = campaign({ alerts: { poolBelow: 5 } });
    const alerted = { ...running, poolAlerted: true };

    const alerts = [
      poolAlert(limited, running, { new: 5 }, NOW),
      poolAlert(limited, alerted, { new: 4 }, NOW),
      poolAlert(limited, alerted, { new: 6 }, NOW),
      poolAlert(campaign(), running, { new: 0, closed: 1 }, NOW),
    ];

    expect(alerts).toEqual([
      {
        poolAlerted: true,
        openWhenAlerted: 5,
        entries: [{ type: 'campaign.pool-low', at: NOW, left: 5, limit: 5 }],
      },
      { poolAlerted: true, openWhenAlerted: 4, entries: [] },
      { poolAlerted: false, entries: [] },
      { poolAlerted: false, entries: [] },
    ]);
  });

  it('is not told again because records come back from their calls (MON-6)', () => {
    const limited = campaign({ alerts: { poolBelow: 5 } });
    const at = (state: typeof running, counts: object) =>
      poolAlert(limited, state, { ...counts }, NOW);
    const low = at(running, { new: 5, 'being-contacted': 20 });
    const alerted = { ...running, ...low };

    const back = at(alerted, { new: 5, 'recall-scheduled': 20 });
    const worked = at({ ...alerted, ...back }, { 'recall-scheduled': 4, closed: 21 });
    const putBack = at({ ...alerted, ...worked }, { 'recall-scheduled': 9, closed: 16 });

    expect(low.entries).toHaveLength(1);
    expect([back, worked, putBack].map(({ poolAlerted }) => poolAlerted)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is set up from the files: queue, hours and times', () => {
    const setting = campaignSetting(centreDefinitions(), 'spring');

    expect(setting).toMatchObject({
      queue: { id: 'sales', groups: ['sales'] },
      zone: 'Europe/Warsaw',
      recallHours: { timeZone: 'Europe/Warsaw' },
      queueHours: { timeZone: 'Europe/Warsaw' },
      times: { ringFor: 25, wrapUp: 30, longestWait: 30 },
    });
    expect(campaignSetting(centreDefinitions(), 'winter')).toBeUndefined();
  });

  it('has its callees wait as long as the campaign says, else as long as its queue (PRI-4)', () => {
    const all = centreDefinitions();
    const spring = all.campaigns.spring;
    const outbound = spring?.channels.outbound;
    if (!spring || !outbound) throw new Error('the example dials');
    const channels = { ...spring.channels, outbound: { ...outbound, longestWait: 75 } };
    const own = { ...all, campaigns: { spring: { ...spring, channels } } };

    expect(campaignSetting(own, 'spring')?.times.longestWait).toBe(75);
    expect(campaignSetting(all, 'spring')?.times.longestWait).toBe(30);
  });
});

describe('the switch of a campaign (CAM-2)', () => {
  const STATES: readonly CampaignSwitch[] = ['off', 'running', 'paused', 'ended'];
  const definitions = centreDefinitions();
  const against = (from: CampaignSwitch, to: CampaignSwitch) =>
    againstSwitch(definitions, 'spring', from, to, NOW);

  it('moves along the table and no other way', () => {
    const allowed = STATES.flatMap((from) =>
      STATES.filter((to) => against(from, to).length === 0).map((to) => `${from} > ${to}`),
    );

    expect(allowed).toEqual([
      'off > running',
      'running > off',
      'running > paused',
      'running > ended',
      'paused > off',
      'paused > running',
      'paused > ended',
      'ended > off',
      'ended > running',
    ]);
  });

  it('says where it can move instead', () => {
    expect(against('off', 'paused')).toEqual(['it is off: it can be running next']);
  });

  it('stays off for every reason there is', () => {
    const bare = centreDefinitions({
      'campaigns/spring.yaml': 'name: Spring\nlastDate: 2026-03-01\nchannels: { outbound: {} }\n',
      'rules/again.test.yaml': undefined,
    });

    const reasons = againstSwitch(bare, 'spring', 'off', 'running', NOW);

    expect(reasons).toEqual([
      'no queue takes its calls',
      'it has no own number to show',
      'no callback rule says what follows a call that nobody classified',
      'no field is marked as the significant one',
      'agents have no classifier to choose',
      'its last date, 2026-03-01, is over',
    ]);
  });

  it('may be on until the last date is over', () => {
    const dated = centreDefinitions({
      'campaigns/spring.yaml': ['name: Spring', 'name: Spring\nlastDate: 2026-03-02'],
    });
    const midnight = parseInstant('2026-03-03T00:00+01:00');

    const reasons = [midnight - 1, midnight].map((now) =>
      againstSwitch(dated, 'spring', 'paused', 'running', now as typeof midnight),
    );

    expect(reasons).toEqual([[], ['its last date, 2026-03-02, is over']]);
  });
});
