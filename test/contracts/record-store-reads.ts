// What a store knows of its reads without asking again.
import { describe, expect, it } from 'vitest';
import {
  addition,
  anAttempt,
  aRecord,
  aText,
  at,
  changed,
  NOW,
  taken,
} from '../support/records.ts';
import type { Stores } from './record-store.ts';

export function recordStoreReads(name: string, make: () => Promise<Stores>): void {
  describe(`record store, reads: ${name}`, () => {
    it('tells a record whose rule follows, and its attempt, as they were stored or read last, until they are changed here', async () => {
      const { records } = await make();
      const ann = aRecord();
      const attempt = anAttempt(ann, 'a1', { settled: true });
      const begun = taken(ann, 'a1', { phase: 'ended' });
      await records.commit(addition(ann));
      await records.commit({
        ...{ before: ann, after: begun, entries: [] },
        attempt: { before: undefined, after: attempt },
      });
      const told = [records.lastRead(ann, attempt.id)];
      told.push(records.lastRead(ann, anAttempt(ann, 'a2').id));
      const later = changed(begun);
      await records.commit({ before: begun, after: later, entries: [] });
      told.push(records.lastRead(ann, attempt.id));
      await records.load(ann);
      told.push(records.lastRead(ann, attempt.id));
      await records.loadAttempt(ann, attempt.id);
      told.push(records.lastRead(ann, attempt.id));

      const stored = { record: begun, attempt };
      const read = { record: later, attempt };
      expect(told).toEqual([stored, undefined, undefined, undefined, read]);
    });

    it('keeps nothing of a record whose call goes on', async () => {
      const { records } = await make();
      const ann = aRecord();
      const attempt = anAttempt(ann);
      await records.commit(addition(ann));
      await records.commit({
        ...{ before: ann, after: taken(ann), entries: [] },
        attempt: { before: undefined, after: attempt },
      });

      await records.load(ann);
      await records.loadAttempt(ann, attempt.id);

      expect(records.lastRead(ann, attempt.id)).toBeUndefined();
    });

    it('lists a message whose provider is asked by that moment, though its record stays as it is', async () => {
      const ann = aRecord('ann');
      const { records } = await make();
      const text = aText(ann, 'old', { changedAt: at(-60) });
      await records.commit(addition(ann));
      const ordered = changed(ann);
      const messages = [{ before: undefined, after: text }];
      await records.commit({ before: ann, after: ordered, entries: [], messages });
      const asked = { ...text, version: 2, state: 'sending', changedAt: NOW } as const;

      const commit = () =>
        records.commit({
          before: ordered,
          after: ordered,
          entries: [],
          messages: [{ before: text, after: asked }],
        });
      const outcomes = [await commit(), await commit()];

      expect(outcomes).toEqual(['committed', 'conflict']);
      expect(await records.load(ann)).toEqual(ordered);
      expect(await records.loadMessage(ann, text.id)).toEqual(asked);
      expect(await records.hangingMessages(ann.campaign, NOW)).toEqual([]);
      expect(await records.hangingMessages(ann.campaign, at(1))).toEqual([asked]);
    });

    it('tells of a message it has sent without asking, until others change its record', async () => {
      const ann = aRecord('ann');
      const { records } = await make();
      const text = aText(ann, 'thanks', { state: 'sending' });
      await records.commit(addition(ann));
      const asked = changed(ann);
      const first = [{ before: undefined, after: text }];
      await records.commit({ before: ann, after: asked, entries: [], messages: first });
      const sent = { ...text, version: 2, state: 'sent' } as const;
      const after = changed(asked);
      const told = [records.lastSent(ann, text.id)];
      const messages = [{ before: text, after: sent }];
      await records.commit({ before: asked, after, entries: [], messages });
      told.push(records.lastSent(ann, text.id));

      await records.commit({ before: after, after: changed(after), entries: [] });

      expect(told).toEqual([undefined, { record: after, message: sent }]);
      expect(records.lastSent(ann, text.id)).toBeUndefined();
    });

    it('passes the lines of a message together with asking for it, or does neither', async () => {
      const { records } = await make();
      const ann = aRecord('ann');
      const texts = [aText(ann, 'first'), aText(ann, 'second')] as const;
      await records.commit(addition(ann));
      const ordered = changed(ann);
      const messages = texts.map((after) => ({ before: undefined, after }));
      await records.commit({ before: ann, after: ordered, entries: [], messages });
      const lines = [
        { line: { id: 'sms/Ringback', perSecond: 10 }, units: 1 },
        { line: { id: 'sms', perSecond: 1 }, units: 1 },
      ];
      const ask = (text: (typeof texts)[number], when: number) => {
        const after = { ...text, version: 2, state: 'sending', changedAt: at(when) } as const;
        const change = { before: ordered, after: ordered, entries: [] };
        return records.ask({ ...change, messages: [{ before: text, after }] }, lines, at(when));
      };

      const outcomes = [await ask(texts[0], 0), await ask(texts[1], 0.5), await ask(texts[0], 5)];
      const waiting = await records.loadMessage(ann, texts[1].id);
      outcomes.push(await ask(texts[1], 5));

      expect(outcomes).toEqual(['committed', 'not-its-turn', 'conflict', 'committed']);
      expect(waiting).toEqual(texts[1]);
      expect(await records.loadMessage(ann, texts[1].id)).toMatchObject({ state: 'sending' });
    });
  });
}
