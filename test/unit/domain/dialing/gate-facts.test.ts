import { describe, expect, it } from 'vitest';
import { campaignSetting } from '../../../../lib/domain/campaigns/campaign-setting.ts';
import { neverSwitched } from '../../../../lib/domain/campaigns/campaign-state.ts';
import { gateFacts } from '../../../../lib/domain/dialing/gate-facts.ts';
import { mayCall } from '../../../../lib/domain/dialing/gates.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { definitions } from '../../../support/definitions.ts';
import { aRecord, NOW } from '../../../support/records.ts';

const record = aRecord();
const files = definitions({
  campaign: { lastDate: '2026-03-31' },
  outbound: { minimumRedialInterval: '1 h' },
});
const setting = campaignSetting(files, 'spring');

describe('what gates see of a campaign', () => {
  it('are its hours, its last date, its pause between calls and its switch', () => {
    expect(gateFacts(record, setting, { state: 'paused' }, NOW)).toEqual({
      record,
      campaignSwitch: 'paused',
      placesCalls: true,
      caps: [],
      zone: 'Europe/Warsaw',
      now: NOW,
      recallHours: setting?.recallHours,
      queueHours: setting?.queueHours,
      contact: setting?.contact,
      lastDate: '2026-03-31',
      redialInterval: 3600,
      purpose: 'service',
      channel: 'voice',
      standing: undefined,
    });
    expect([setting?.recallHours, setting?.queueHours].every(Boolean)).toBe(true);
  });

  it('is the switch alone once it has left the files', () => {
    const facts = gateFacts(record, undefined, { state: 'running' }, NOW);

    expect(facts).toMatchObject({ campaignSwitch: 'running', zone: 'UTC' });
    expect([facts.placesCalls, facts.contact, facts.lastDate]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is that it places no calls, when it only takes them: nothing is ever called', () => {
    const silent = definitions({ noOutbound: true, inbound: {} }).campaigns.spring;
    if (silent === undefined) throw new Error('it is there');
    const facts = gateFacts(
      record,
      { campaign: silent, zone: 'Europe/Warsaw', caps: [] },
      { state: 'running' },
      NOW,
    );

    expect(facts.placesCalls).toBe(false);
    expect(mayCall(facts).verdict).toMatchObject({ kind: 'never' });
  });

  it('of a campaign nobody has switched yet is that it is off (CAM-2)', () => {
    const state = neverSwitched(campaignId('spring'));

    expect(state).toEqual({
      campaign: 'spring',
      version: 0,
      state: 'off',
      changedAt: 0,
      changedBy: 'nobody',
      poolAlerted: false,
      nextCallerId: 0,
      recentOrders: [],
    });
    expect(mayCall(gateFacts(record, setting, state, NOW)).verdict).toEqual({
      kind: 'not-now',
      because: 'the campaign is off',
    });
  });
});
