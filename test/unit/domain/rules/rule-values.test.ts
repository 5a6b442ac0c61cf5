import { describe, expect, it } from 'vitest';
import { agentId, attemptId } from '../../../../lib/domain/model/ids.ts';
import { parseInstant } from '../../../../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import type { ConditionNeed } from '../../../../lib/domain/rules/rule-schema.ts';
import { isDecided, ruleValues } from '../../../../lib/domain/rules/rule-values.ts';
import { CALL_STATUSES } from '../../../../lib/language/schema/rule.ts';
import { anAttempt, aRecord, NOW, taken } from '../../../support/records.ts';

const OFFICE = {
  timeZone: 'Europe/Warsaw',
  week: { mon: [{ from: 9 * 60, to: 17 * 60 }] },
  exceptions: {},
};

/** A record whose call has ended and that waits for its rule. */
function ended(changes: Partial<CampaignRecord> = {}) {
  const record = { ...taken(aRecord(), 'a1', { phase: 'ended' }), ...changes };
  return { record, attempt: anAttempt(record, 'a1', { status: 'not-answered', settled: true }) };
}

function seen(need: ConditionNeed, changes: Partial<CampaignRecord> = {}, now = NOW) {
  const { values } = ruleValues({ ...ended(changes), now }, { tiles: { tile: need }, entries: [] });
  return values.tile;
}

describe('what a condition sees', () => {
  it.each(CALL_STATUSES)('call status %s (CBR-2)', (status) => {
    const { record, attempt } = ended();

    const { values } = ruleValues(
      { record, attempt: { ...attempt, status }, now: NOW },
      { tiles: { tile: { kind: 'call-status' } }, entries: [] },
    );

    expect(values).toEqual({ tile: status });
  });

  it('passes: this time included (CBR-3)', () => {
    expect(seen({ kind: 'passes' })).toBe(1);
    expect(seen({ kind: 'passes' }, { rule: { passes: { tile: 2, other: 7 } } })).toBe(3);
  });

  it('calls with one of the statuses, all of them together (CBR-6)', () => {
    const calls = { 'not-answered': 3, busy: 2, answered: 1 };

    expect(
      seen({ kind: 'calls-with-status', statuses: ['not-answered', 'busy'] }, { endings: calls }),
    ).toBe(5);
    expect(seen({ kind: 'calls-with-status', statuses: ['error'] }, { endings: calls })).toBe(0);
  });

  it('attempts: calls made (CBR-15)', () => {
    expect(seen({ kind: 'attempts' }, { attempts: 4 })).toBe(4);
  });

  it('whether the call connected (CBR-15)', () => {
    const { record, attempt } = ended();
    const connected = CALL_STATUSES.map((status) => {
      const facts = { record, attempt: { ...attempt, status }, now: NOW };
      return ruleValues(facts, { tiles: { tile: { kind: 'connected' } }, entries: [] }).values.tile;
    });

    expect(Object.fromEntries(CALL_STATUSES.map((status, i) => [status, connected[i]]))).toEqual({
      answered: true,
      'not-answered': false,
      error: false,
      busy: false,
      abandoned: true,
      voicemail: true,
    });
  });

  it('the classifier given last, or none (CBR-15)', () => {
    expect(seen({ kind: 'result' })).toBe('none');
    expect(seen({ kind: 'result' }, { classifier: 'later' })).toBe('later');
  });

  it('availability on the clock of the hours (CBR-4)', () => {
    const need = { kind: 'availability', hours: OFFICE } as const;

    expect(seen(need, {}, parseInstant('2026-03-02T07:59:00Z'))).toBe('closed');
    expect(seen(need, {}, parseInstant('2026-03-02T08:00:00Z'))).toBe('open');
    expect(seen(need, {}, parseInstant('2026-03-02T16:00:00Z'))).toBe('closed');
  });

  it('privacy (CBR-5)', () => {
    expect(seen({ kind: 'privacy' })).toBe('other');
    expect(seen({ kind: 'privacy' }, { privateTo: agentId('anna') })).toBe('private');
  });
});

describe('where a rule goes on (CBR-7)', () => {
  const begin = (cursor: string | undefined, entries: readonly string[]) => {
    const rule = { passes: {}, cursor };
    const facts = { ...ended({ rule }), now: NOW };
    const { entry, restarted } = ruleValues(facts, { tiles: {}, entries: [...entries] });
    return { entry, restarted };
  };

  it('is the trigger when the record waits at no tile', () => {
    expect(begin(undefined, ['second'])).toEqual({ entry: 'trigger', restarted: '' });
  });

  it('is the tile at which the record waits', () => {
    expect(begin('second', ['second'])).toEqual({ entry: 'second', restarted: '' });
  });

  it('is the trigger, and says so, when that tile no longer exists', () => {
    expect(begin('second', ['other'])).toEqual({ entry: 'trigger', restarted: 'second' });
  });
});

describe('a rule has nothing to say', () => {
  it('but only about a record that waits for it', () => {
    expect(isDecided(ended())).toBe(false);
  });

  it('once it was applied to the attempt (CLS-14)', () => {
    const { record, attempt } = ended();

    expect(isDecided({ record, attempt: { ...attempt, ruleApplied: true } })).toBe(true);
  });

  it('when an agent classified the call', () => {
    const { record, attempt } = ended();

    expect(isDecided({ record, attempt: { ...attempt, classifier: 'sold' } })).toBe(true);
  });

  it('when somebody closed or recalled the record meanwhile', () => {
    const { record, attempt } = ended();
    const { current: _, ...idle } = record;
    const closed = { ...idle, state: 'closed' } as const;
    const recalled = { ...idle, state: 'recall-scheduled', nextContact: NOW } as const;

    expect(isDecided({ record: closed, attempt })).toBe(true);
    expect(isDecided({ record: recalled, attempt })).toBe(true);
  });

  it('when the record is in another call already', () => {
    const { record, attempt } = ended();
    const next = attemptId('a2');
    const other = record.current && { ...record.current, attempt: next };

    expect(isDecided({ record: { ...record, ...(other && { current: other }) }, attempt })).toBe(
      true,
    );
  });
});
