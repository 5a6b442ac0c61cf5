// Commits: all or nothing, conditioned on versions, told in the journal.
import { describe, expect, it } from 'vitest';
import { agentId, campaignId, contactId } from '../../lib/domain/model/ids.ts';
import type { EntryOf, RecordEntry } from '../../lib/domain/model/journal.ts';
import {
  added,
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

const ordered: RecordEntry = {
  type: 'call.ordered',
  at: NOW,
  attempt: 'a1',
  gates: [{ gate: 'state', passed: true, saw: 'new' }],
  phoneEnds: '01',
};
const closed: EntryOf<'record.closed'> = {
  type: 'record.closed',
  at: at(60),
  because: 'asked for it',
};

export function recordStoreCommits(name: string, make: () => Promise<Stores>): void {
  describe(`record store, commits: ${name}`, () => {
    it('knows nothing of a record never stored', async () => {
      const { records, journal } = await make();
      const ann = aRecord();

      expect(await records.load(ann)).toBeUndefined();
      expect(await records.loadAttempt(ann, anAttempt(ann).id)).toBeUndefined();
      expect(await records.loadMessage(ann, aText(ann).id)).toBeUndefined();
      expect(await journal.ofRecord(ann)).toEqual([]);
    });

    it('changes an attempt alone and leaves its record to others', async () => {
      const { records } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      const record = taken(ann);
      const attempt = anAttempt(ann);
      await records.commit({
        ...{ before: ann, after: record, entries: [] },
        attempt: { before: undefined, after: attempt },
      });
      const asked = { ...attempt, version: 2, askedAt: at(1) };
      const alone = { before: record, after: record, entries: [] };
      const weighed = changed(record, { weight: 9 });
      await records.commit({ before: record, after: weighed, entries: [] });

      const first = await records.commit({ ...alone, attempt: { before: attempt, after: asked } });
      const second = await records.commit({ ...alone, attempt: { before: attempt, after: asked } });

      expect([first, second]).toEqual(['committed', 'conflict']);
      expect(await records.loadAttempt(ann, attempt.id)).toEqual(asked);
      expect(await records.load(ann)).toEqual(weighed);
      expect(await records.inFlight(ann.campaign)).toEqual([weighed]);
    });

    it('keeps an attempt through what changes its record only, and when the record leaves it', async () => {
      const { records } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      const attempt = anAttempt(ann);
      const begun = taken(ann);
      const named = { before: undefined, after: attempt };
      await records.commit({ before: ann, after: begun, entries: [], attempt: named });
      const weighed = changed(begun, { weight: 9, privateTo: agentId('eva') });
      await records.commit({ before: begun, after: weighed, entries: [] });
      const { privateTo: _, ...open } = changed(weighed);
      await records.commit({ before: weighed, after: open, entries: [] });
      const { current: __, ...others } = changed(open, { state: 'closed' });

      const during = await records.kept(ann);
      await records.commit({ before: open, after: others, entries: [] });

      expect(during.attempts).toEqual([attempt]);
      expect(await records.load(ann)).toEqual(others);
      expect(await records.loadAttempt(ann, attempt.id)).toEqual(attempt);
      expect((await records.kept(ann)).attempts).toEqual([attempt]);
    });

    it('takes an attempt that was over back to its record, and refuses who does not know it', async () => {
      const { records } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      const first = anAttempt(ann);
      const begun = taken(ann);
      await records.commit({
        ...{ before: ann, after: begun, entries: [] },
        attempt: { before: undefined, after: first },
      });
      const over = { ...first, version: 2, settled: true };
      const { current, ...rested } = changed(begun);
      const ends = { before: begun, after: rested, entries: [] };
      await records.commit({ ...ends, attempt: { before: first, after: over } });
      const again = changed({ ...rested, ...(current && { current }) });
      const open = { ...over, version: 3, settled: false };
      const comesBack = { before: rested, after: again, entries: [] };

      const stale = { before: { ...over, version: 1 }, after: { ...open, version: 2 } };
      const refused = await records.commit({ ...comesBack, attempt: stale });
      await records.commit({ ...comesBack, attempt: { before: over, after: open } });
      const last = { ...open, version: 4, settled: true };
      const alone = { before: again, after: again, entries: [] };
      const outcome = await records.commit({ ...alone, attempt: { before: open, after: last } });

      expect([refused, outcome]).toEqual(['conflict', 'committed']);
      expect(await records.loadAttempt(ann, first.id)).toEqual(last);
      expect((await records.kept(ann)).attempts).toEqual([last]);
      expect(await records.load(ann)).toEqual(again);
    });

    it('stores a record of another campaign in the same transaction, or neither', async () => {
      const { records, journal } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      const there = { ...aRecord('ann-there'), campaign: campaignId('summer') };
      const moving = { before: ann, after: changed(ann), entries: [closed], adds: addition(there) };

      expect(
        await records.commit({ ...moving, before: changed(ann), after: changed(changed(ann)) }),
      ).toBe('conflict');
      expect(await records.load(there)).toBeUndefined();
      expect(await records.commit(moving)).toBe('committed');
      expect(await records.load(there)).toEqual(there);
      expect(await journal.ofRecord(there)).toEqual([added]);
      expect(await records.due(there.campaign, at(0), 5)).toEqual([there]);
      expect(await records.counts(there.campaign)).toEqual({ new: 1 });
      const again = { before: changed(ann), after: changed(changed(ann)), entries: [] };
      expect(await records.commit({ ...again, adds: addition(there) })).toBe('conflict');
      expect((await records.load(ann))?.version).toBe(2);
    });

    it('adds records together, each with its entry, and counts them', async () => {
      const { records, journal } = await make();
      const people = Array.from({ length: 60 }, (_, n) => aRecord(`r${n}`));

      const outcomes = await records.add(people.map(addition));

      expect(outcomes).toEqual(people.map(() => 'committed'));
      expect(await Promise.all(people.map((one) => records.load(one)))).toEqual(people);
      expect(await journal.ofRecord(aRecord('r59'))).toEqual([added]);
      expect(await records.counts(people[0]?.campaign ?? campaignId(''))).toEqual({ new: 60 });
      expect(await records.add([])).toEqual([]);
    });

    it('adds the others where one of them is there already, which stays as it is', async () => {
      const { records, journal } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      const now = changed(ann, { state: 'closed' });
      await records.commit({ before: ann, after: now, entries: [closed] });

      const outcomes = await records.add([aRecord('a'), aRecord(), aRecord('z')].map(addition));

      expect(outcomes).toEqual(['committed', 'conflict', 'committed']);
      expect(await records.load(ann)).toEqual(now);
      expect(await journal.ofRecord(ann)).toEqual([added, closed]);
      expect(await records.load(aRecord('z'))).toEqual(aRecord('z'));
      expect(await records.counts(ann.campaign)).toEqual({ new: 2, closed: 1 });
    });

    it('tells a line of the journal by its id, without the values once they are forgotten', async () => {
      const { records, journal } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      const entry: EntryOf<'record.classified'> = {
        ...{ type: 'record.classified', at: at(60), classifier: 'sold', by: 'eva' },
        ...{ success: true, fields: { city: 'Sopot' } },
      };
      await records.commit({ before: ann, after: changed(ann), entries: [closed, entry] });
      const id = 'spring/ann.000000002.01';

      const line = { id, campaign: 'spring', record: 'ann' };
      expect(await journal.line(id)).toEqual({ ...line, entry });
      await journal.forgetValues(ann);
      expect(await journal.line(id)).toEqual({ ...line, entry: { ...entry, fields: {} } });
      expect(await journal.line('spring/ben.000000002.01')).toBeUndefined();
    });

    it('keeps many entries of one change apart, each under its own id', async () => {
      const { records, journal } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      const entries = [1, 2, 3, 4].map((n) => ({ ...closed, because: `reason ${n}` }));
      await records.commit({ before: ann, after: changed(ann), entries });

      expect(await journal.ofRecord(ann)).toEqual([added, ...entries]);
      const ids = entries.map((_, n) => `spring/ann.000000002.0${n}`);
      const lines = await Promise.all(ids.map((id) => journal.line(id)));
      expect(lines.map((line) => line?.entry)).toEqual(entries);
      expect(await journal.line('spring/ann.000000002.04')).toBeUndefined();
    });

    it('gives back what was stored, whole', async () => {
      const { records } = await make();
      const ann = aRecord('ann', {
        rule: { version: 'v1', cursor: 'again', passes: { again: 2 } },
      });
      await records.commit(addition(ann));
      const called = taken(ann);
      const attempt = anAttempt(ann, 'a1', {
        sender: '+48221230000',
        timestamps: { initiated: NOW },
      });
      const text = aText(ann);

      const committed = await records.commit({
        before: ann,
        after: called,
        entries: [ordered],
        attempt: { before: undefined, after: attempt },
        messages: [{ before: undefined, after: text }],
      });

      expect(committed).toBe('committed');
      expect(await records.load(ann)).toEqual(called);
      expect(await records.loadAttempt(ann, attempt.id)).toEqual(attempt);
      expect(await records.loadMessage(ann, text.id)).toEqual(text);
    });

    it('adds a record once: the second import of a row is a conflict (REC-10)', async () => {
      const { records, journal } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));

      const again = await records.commit(addition(aRecord('ann', { weight: 9 })));

      expect(again).toBe('conflict');
      expect(await records.load(ann)).toEqual(ann);
      expect(await journal.ofRecord(ann)).toEqual([added]);
    });

    it('lets exactly one of two rivals change a record', async () => {
      const { records, journal } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      const change = { before: ann, after: changed(ann, { weight: 5 }), entries: [closed] };

      const outcomes = await Promise.all([records.commit(change), records.commit(change)]);

      expect(outcomes.toSorted()).toEqual(['committed', 'conflict']);
      expect(await journal.ofRecord(ann)).toEqual([added, closed]);
    });

    it('refuses to change a record that is not there', async () => {
      const { records } = await make();
      const ann = aRecord();

      const outcome = await records.commit({ before: ann, after: changed(ann), entries: [closed] });

      expect(outcome).toBe('conflict');
      expect(await records.load(ann)).toBeUndefined();
    });

    it('writes nothing at all when only the attempt has changed meanwhile', async () => {
      const { records, journal } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      const attempt = anAttempt(ann);
      const called = taken(ann);
      await records.commit({
        before: ann,
        after: called,
        entries: [ordered],
        attempt: { before: undefined, after: attempt },
      });

      const outcome = await records.commit({
        before: called,
        after: changed(called, { weight: 7 }),
        entries: [closed],
        attempt: { before: undefined, after: { ...attempt, endpoint: '+48221000009' } },
        messages: [{ before: undefined, after: aText(ann) }],
      });

      expect(outcome).toBe('conflict');
      expect(await records.load(ann)).toEqual(called);
      expect(await records.loadAttempt(ann, attempt.id)).toEqual(attempt);
      expect(await records.loadMessage(ann, aText(ann).id)).toBeUndefined();
      expect(await journal.ofRecord(ann)).toEqual([added, ordered]);
    });

    it('orders a message once: a second order of the same id is a conflict (CLS-14)', async () => {
      const { records } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      const order = { before: undefined, after: aText(ann) };
      const second = changed(ann);
      await records.commit({ before: ann, after: second, entries: [], messages: [order] });

      const again = await records.commit({
        before: second,
        after: changed(second),
        entries: [],
        messages: [order],
      });

      expect(again).toBe('conflict');
      expect(await records.load(ann)).toEqual(second);
    });

    it('forgets what a later version leaves out', async () => {
      const { records } = await make();
      const ann = aRecord('ann', { classifier: 'sold', success: true });
      await records.commit(addition(ann));
      const { classifier: _, ...bare } = changed(ann);

      await records.commit({ before: ann, after: bare, entries: [] });

      expect(await records.load(ann)).toEqual(bare);
    });

    it('keeps the entries of a record in the order they were written', async () => {
      const { records, journal } = await make();
      const ann = aRecord();
      await records.commit(addition(ann));
      let last = ann;
      const told: RecordEntry[] = [added];
      for (let i = 1; i <= 12; i++) {
        const next = changed(last);
        const pair: RecordEntry[] = [
          { ...closed, at: at(i), because: `first of ${i}` },
          { ...closed, at: at(i), because: `second of ${i}` },
        ];
        await records.commit({ before: last, after: next, entries: pair });
        told.push(...pair);
        last = next;
      }

      expect(await journal.ofRecord(ann)).toEqual(told);
    });

    it('finds the attempt that owns a contact, once it was stored', async () => {
      const { records } = await make();
      const ann = aRecord();
      const contact = contactId('c-1');
      await records.commit(addition(ann));
      const called = taken(ann);
      const attempt = anAttempt(ann);
      await records.commit({
        before: ann,
        after: called,
        entries: [],
        attempt: { before: undefined, after: attempt },
      });
      const before = await records.findByContact(contact);

      await records.commit({
        before: called,
        after: changed(called),
        entries: [],
        attempt: { before: attempt, after: { ...attempt, version: 2, contact } },
      });

      expect(before).toBeUndefined();
      expect(await records.findByContact(contact)).toEqual({
        ref: { campaign: ann.campaign, record: ann.record },
        attempt: attempt.id,
      });
      expect(await records.findByContact(contactId('c-2'))).toBeUndefined();
    });

    it('keeps records of one id in two campaigns apart', async () => {
      const { records, journal } = await make();
      const spring = aRecord('ann');
      const autumn = aRecord('ann', { weight: 3, campaign: campaignId('autumn') });
      await records.commit(addition(spring));

      expect(await records.load(autumn)).toBeUndefined();
      expect(await records.commit(addition(autumn))).toBe('committed');

      expect(await records.load(spring)).toEqual(spring);
      expect(await journal.ofRecord(autumn)).toEqual([added]);
    });
  });
}
