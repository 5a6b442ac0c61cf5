import { describe, expect, it } from 'vitest';
import { callSettings } from '../../../../lib/domain/calls/call-settings.ts';
import { blockOf, inboundSetting } from '../../../../lib/domain/calls/inbound-setting.ts';
import { definitions } from '../../../support/definitions.ts';
import { NOW } from '../../../support/records.ts';

const UNKNOWN = { ringFor: 60, wrapUp: 60, longestWait: 60 };

describe('what settling a call needs of the files', () => {
  it('are the times, the rule and the next number of the campaign', () => {
    const all = definitions({
      outbound: { ringFor: '30 s', wrapUp: '45 s', longestWait: '20 s', nextNumberAfter: ['busy'] },
    });

    expect(callSettings(all, 'spring', NOW)).toEqual({
      times: { ringFor: 30, wrapUp: 45, longestWait: 20 },
      now: NOW,
      rule: 'rule',
      nextNumber: { after: ['busy'], specialNumbers: [] },
    });
  });

  it('is no rule when the one named has left the files', () => {
    expect(callSettings({ ...definitions(), rules: {} }, 'spring', NOW).rule).toBeUndefined();
  });

  it.each(['outbound', 'inbound'] as const)(
    'are times to bring an %s call to its end when the campaign has left the files',
    (direction) => {
      expect(callSettings(definitions(), 'gone', NOW, { direction })).toEqual({
        times: UNKNOWN,
        now: NOW,
      });
    },
  );

  it('is what follows a missed call, for a customer’s call, and never a rule (CBR-1)', () => {
    const all = definitions({ inbound: { callBack: 'ivr', protectClosed: true, wrapUp: '50 s' } });

    const settings = callSettings(all, 'spring', NOW, { direction: 'inbound' });

    expect(settings).toMatchObject({
      times: { ringFor: 3600, longestWait: 3600, wrapUp: 50 },
      inbound: { protectClosed: true, callBack: { callBack: 'ivr', placesCalls: true } },
    });
    expect(settings.rule).toBeUndefined();
  });
});

describe('what the files say about a campaign’s inbound calls', () => {
  it('is nothing for a campaign nobody can call, or that is not there', () => {
    expect(inboundSetting(definitions(), 'spring')).toBeUndefined();
    expect(inboundSetting(definitions({ inbound: {} }), 'gone')).toBeUndefined();
  });

  it('reads numbers as the campaign’s country writes them, else as the centre’s (CAM-26)', () => {
    const country = (campaign: object) =>
      inboundSetting(definitions({ inbound: {}, campaign }), 'spring')?.country;

    expect([country({}), country({ country: 'CZ' })]).toEqual(['PL', 'CZ']);
  });

  it('calls back within the hours of recalls, until the last date, if it places calls', () => {
    const dated = { campaign: { lastDate: '2026-03-31' }, inbound: {} };

    expect(inboundSetting(definitions(dated), 'spring')?.callBack).toMatchObject({
      placesCalls: true,
      recallHours: { timeZone: 'Europe/Warsaw' },
      lastDate: '2026-03-31',
      zone: 'Europe/Warsaw',
    });
    const silent = inboundSetting(definitions({ ...dated, noOutbound: true }), 'spring');
    expect(silent?.callBack.placesCalls).toBe(false);
    expect(silent?.callBack.recallHours).toBeUndefined();
  });
});

describe('a block of an IVR', () => {
  const all = definitions();

  it('is there when it has one of the kinds asked for', () => {
    expect(blockOf(all, 'reception', 'first', 'queue')).toMatchObject({ queue: 'sales' });
    expect(blockOf(all, 'reception', 'first', 'menu', 'queue')).toBeDefined();
  });

  it.each([
    ['reception', 'first', 'voicemail'],
    ['reception', 'gone', 'queue'],
    ['gone', 'first', 'queue'],
  ] as const)('is not, in %s at %s as a %s: the flow is older than the files', (ivr, id, kind) => {
    expect(blockOf(all, ivr, id, kind)).toBeUndefined();
  });
});
