import { describe, expect, it } from 'vitest';
import { invariant } from '../../../../lib/domain/model/invariant.ts';
import { orderedMessage } from '../../../../lib/domain/model/message.ts';
import { anAttempt, aRecord, at, NOW } from '../../../support/records.ts';

describe('a message that an attempt brings about', () => {
  const content = { kind: 'sms', to: '+48221000001', from: 'Ringback', text: 'Hello' } as const;
  const attempt = anAttempt(aRecord());

  it('is ordered, and named by the attempt and the part that orders it', () => {
    expect(orderedMessage(attempt, 'thanks', content, NOW)).toEqual({
      campaign: 'spring',
      record: 'ann',
      id: 'a1.thanks',
      version: 1,
      attempt: 'a1',
      state: 'ordered',
      content,
      orderedAt: NOW,
      changedAt: NOW,
    });
  });

  it('has the same name when the order is repeated, and another for another part or attempt', () => {
    const ids = [
      orderedMessage(attempt, 'thanks', content, NOW),
      orderedMessage(attempt, 'thanks', content, at(60)),
      orderedMessage(attempt, 'sorry', content, NOW),
      orderedMessage(anAttempt(aRecord(), 'a2'), 'thanks', content, NOW),
    ].map(({ id }) => id);

    expect(ids).toEqual(['a1.thanks', 'a1.thanks', 'a1.sorry', 'a2.thanks']);
  });
});

describe('a broken promise of our own code', () => {
  it('is called a bug, and a kept one nothing', () => {
    expect(() => invariant(false, 'it was kept')).toThrow(new Error('bug: it was kept'));
    expect(() => invariant('something', 'it was kept')).not.toThrow();
  });
});
