import { describe, expect, it } from 'vitest';
import type { RuleAction } from '../../../../lib/domain/rules/rule-schema.ts';
import { at, NOW } from '../../../support/records.ts';
import { apply } from './a-run.ts';

describe('parameters (CBR-15)', () => {
  const add = (to: 'number' | 'call', name: string, value: string): RuleAction => ({
    kind: 'add-parameter',
    to,
    name,
    value,
  });

  it('of the number stay; those of the call last until the next call has ended', () => {
    const first = apply([add('call', 'line', 'dead')]);
    const second = apply([add('number', 'vip', 'yes')], {
      record: { callParameters: first.record.callParameters },
    });

    expect(first.record).toMatchObject({ parameters: {}, callParameters: { line: 'dead' } });
    expect(first.attempt?.parameters).toEqual({ line: 'dead' });
    expect(second.record.parameters).toEqual({ vip: 'yes' });
    expect(second.record.callParameters).toBeUndefined();
  });

  it('are read by the texts that follow in the same run, and by later ones', () => {
    const text = 'Hello {{ city }}, {{ parameters.offer-code }}{{ parameters.none }}';
    const sms: RuleAction = { kind: 'send-sms', from: 'TEST', text };

    const now = apply([add('call', 'offer-code', 'A7'), sms]);
    const later = apply([sms], { record: { parameters: { 'offer-code': 'B2' } } });

    expect([now, later].map(({ messages }) => messages[0]?.content)).toMatchObject([
      { text: 'Hello Gdynia, A7' },
      { text: 'Hello Gdynia, B2' },
    ]);
  });
});

describe('the shortest pause between two calls to one number', () => {
  const redialInterval = 120;
  const lastCall = { phone: '+48221000001', status: 'not-answered', endedAt: NOW } as const;
  const atOnce: RuleAction = { kind: 'recontact', after: { days: 0, seconds: 0 } };
  const next = (call: Partial<typeof lastCall> | { status: 'abandoned' }) =>
    apply([atOnce], {
      setting: { redialInterval },
      record: { lastCall: { ...lastCall, ...call } },
    });

  it('moves a recall at once, and the gate says so', () => {
    const { record, change } = next({});

    expect(record.nextContact).toBe(at(120));
    expect(change.entries[1]).toMatchObject({
      type: 'record.recall-scheduled',
      gates: [{ gate: 'redial-interval', passed: false, wanted: '2026-03-02T09:02:00.000Z' }],
    });
  });

  it('does not hold for an abandoned call, nor for another number', () => {
    expect(next({ status: 'abandoned' }).record.nextContact).toBe(NOW);
    const other = { ...lastCall, phone: '+48221000002' };
    const { record } = apply([atOnce], {
      setting: { redialInterval },
      record: { lastCall: other },
    });
    expect(record.nextContact).toBe(NOW);
  });
});
