import { describe, expect, it } from 'vitest';
import { memorySender } from '../../../../lib/simulation/memory/senders.ts';
import { aRecord, aText } from '../../../support/records.ts';

describe('a sender in memory', () => {
  it('accepts messages, each with an id of its own, and tells of them', async () => {
    const told: string[] = [];
    const sender = memorySender(
      'sms',
      (message, id) => void told.push(`${'id' in message ? message.id : ''} ${id}`),
    );
    const text = aText(aRecord());

    const first = await sender.send(text);
    const second = await sender.send({ ...text, version: 2 });

    expect([first, second]).toEqual([
      { kind: 'accepted', providerId: 'sms-1' },
      { kind: 'accepted', providerId: 'sms-2' },
    ]);
    expect(sender.sent).toEqual([text, { ...text, version: 2 }]);
    expect(told).toEqual(['a1.sms sms-1', 'a1.sms sms-2']);
  });

  it('rejects what it was told to refuse and sends nothing', async () => {
    const sender = memorySender('sms');
    sender.refuse('+48221000001', 'opted out');

    const answer = await sender.send(aText(aRecord()));

    expect(answer).toEqual({ kind: 'rejected', reason: 'opted out' });
    expect(sender.sent).toEqual([]);
  });
});
