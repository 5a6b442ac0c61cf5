import { expect, it } from 'vitest';
import { SentMessages } from '../../../lib/application/sent-messages.ts';
import type { Committed } from '../../../lib/domain/model/change.ts';
import type { Message } from '../../../lib/domain/model/message.ts';
import { aRecord, aText, at, changed } from '../../support/records.ts';

const storing = (name: string, seconds: number, state: Message['state'] = 'sent') => {
  const before = aRecord(name);
  const sending = aText(before, `${name}.sms`, { state: 'sending' });
  const message = { ...sending, version: 2, state, changedAt: at(seconds) };
  const change = {
    before,
    after: changed(before),
    entries: [],
    messages: [{ before: sending, after: message }],
  };
  return { change, message, record: change.after };
};

const committing = (): Committed => 'committed';

it('know a message that was sent until its record changes again, or was found changed', async () => {
  const sent = new SentMessages();
  const { change, message, record } = storing('ann', 0);
  await sent.storing(change, committing);
  const known = sent.of(record, message.id);

  await sent.storing(change, () => 'conflict');

  expect(known).toEqual({ record, message });
  expect(sent.of(record, message.id)).toBeUndefined();
});

it('know none that is not to be told of: what was delivered or has failed', async () => {
  const sent = new SentMessages();
  const all = (['delivered', 'failed', 'ordered'] as const).map((state) =>
    storing(state, 0, state),
  );
  for (const { change } of all) await sent.storing(change, committing);

  expect(all.map(({ record, message }) => sent.of(record, message.id))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('forget after a quarter of an hour, and all but the last hundred', async () => {
  const sent = new SentMessages();
  const isKnown = ({ record, message }: ReturnType<typeof storing>) =>
    sent.of(record, message.id) !== undefined;
  const [first, later] = [storing('ann', 0), storing('ben', 905)];
  for (const { change } of [first, later]) await sent.storing(change, committing);
  const afterWhile = [first, later].map(isKnown);
  const many = Array.from({ length: 100 }, (_, n) => storing(`r${n}`, 906));
  for (const { change } of many) await sent.storing(change, committing);

  expect(afterWhile).toEqual([false, true]);
  expect([later, ...many].filter(isKnown)).toHaveLength(100);
  expect(isKnown(later)).toBe(false);
});
