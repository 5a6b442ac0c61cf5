import { describe, expect, it } from 'vitest';
import type { BlacklistEntry, Consent } from '../../../../lib/domain/ledger/ledger.ts';
import {
  blacklistGate,
  consentGate,
  type LedgerFacts,
} from '../../../../lib/domain/ledger/ledger-gates.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { at, NOW } from '../../../support/records.ts';

const facts = (more: Partial<LedgerFacts> = {}): LedgerFacts => ({
  standing: { blacklist: [], consents: [] },
  campaign: campaignId('spring'),
  channel: 'voice',
  purpose: 'marketing',
  country: 'PL',
  isWanted: false,
  now: NOW,
  ...more,
});
const entry = (more: Partial<BlacklistEntry> = {}): BlacklistEntry => ({
  reason: 'asked for it',
  by: 'olga',
  at: at(-60),
  ...more,
});
const listed = (...blacklist: readonly BlacklistEntry[]) =>
  blacklistGate(facts({ standing: { blacklist, consents: [] } }));
const agreed = (consents: readonly Consent[], more: Partial<LedgerFacts> = {}) =>
  consentGate(facts({ ...more, standing: { blacklist: [], consents } }));
const YES: Consent = { purpose: 'marketing', channel: 'voice', source: 'web form', at: at(-90) };

describe('the gate of the blacklist (REC-13)', () => {
  it('lets pass who is not on it', () => {
    expect(listed()).toEqual({ gate: { gate: 'blacklist', passed: true, saw: 'not listed' } });
  });

  it('says why, where, by whom and since when a number is listed', () => {
    expect(listed(entry())).toEqual({
      gate: {
        gate: 'blacklist',
        passed: false,
        saw: 'asked for it (every campaign, every channel, by olga, 2026-03-02T08:59:00.000Z, for good)',
        wanted: 'not listed',
      },
      blocked: { by: 'blacklist', because: 'it is on the blacklist: asked for it' },
    });
  });

  it('holds for its campaign, its channel and its time only', () => {
    const passes = (more: Partial<BlacklistEntry>) => listed(entry(more)).gate.passed;

    expect(passes({ campaign: campaignId('autumn') })).toBe(true);
    expect(passes({ campaign: campaignId('spring') })).toBe(false);
    expect(passes({ channel: 'sms' })).toBe(true);
    expect(passes({ channel: 'voice' })).toBe(false);
    expect(passes({ until: NOW })).toBe(true);
    expect(passes({ until: at(1) })).toBe(false);
  });

  it('ends with the entry that holds longest', () => {
    const until = (...entries: readonly BlacklistEntry[]) => listed(...entries).blocked?.until;

    expect(until(entry({ until: at(10) }), entry({ until: at(20) }))).toBe(at(20));
    expect(until(entry({ until: at(10) }), entry({ channel: 'voice' }))).toBeUndefined();
  });
});

describe('the gate of consent (NEW-8)', () => {
  it('is none of a service campaign', () => {
    expect(agreed([], { purpose: 'service' })).toBeUndefined();
  });

  it.each(['PL', 'CZ'])(
    'requires consent for marketing calls in %s, and names the law',
    (country) => {
      const { gate, blocked } = agreed([], { country }) ?? {};

      expect(gate).toMatchObject({ gate: 'consent', passed: false, saw: 'none' });
      expect(gate?.wanted).toMatch(/art\. 398|127\/2005/);
      expect(blocked).toEqual({
        by: 'consent',
        because: 'there is no consent to calls for marketing',
      });
    },
  );

  it('requires it where no rule of the country is known, too', () => {
    expect(agreed([], { country: 'FR' })?.gate.passed).toBe(false);
  });

  it('passes with a consent to that channel, and says where it was given', () => {
    expect(agreed([YES])).toEqual({
      gate: { gate: 'consent', passed: true, saw: 'given 2026-03-02T08:58:30.000Z, web form' },
    });
    expect(agreed([{ ...YES, channel: 'sms' }])?.gate.passed).toBe(false);
  });

  it('fails when it was withdrawn, and says by whom', () => {
    const no = { ...YES, withdrawn: { at: at(-10), by: 'STOP' } };

    expect(agreed([no])?.gate.saw).toBe('withdrawn 2026-03-02T08:59:50.000Z, STOP');
    const said = { ...YES, withdrawn: { at: at(-10), by: 'olga', wording: 'No more calls' } };
    expect(agreed([said])?.gate.saw).toBe(
      'withdrawn 2026-03-02T08:59:50.000Z, olga: No more calls',
    );
    expect(agreed([no, YES])?.gate.passed).toBe(true);
  });

  it('passes for somebody who is on record because they called us', () => {
    expect(agreed([], { isWanted: true })?.gate.passed).toBe(true);
  });
});
