// Which records are due, which are in flight, which messages hang.
import { describe, expect, it } from 'vitest';
import type { RecordStore } from '../../lib/application/ports/record-store.ts';
import { agentId, attemptId, campaignId } from '../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import { AHEAD } from '../../lib/domain/records/rest.ts';
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

const spring = campaignId('spring');

async function withRecords(records: RecordStore, all: readonly CampaignRecord[]) {
  for (const record of all) await records.commit(addition(record));
  return records;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

const names = (records: readonly CampaignRecord[]) =>
  records.map(({ record }) => record).toSorted();

export function recordStoreIndexes(name: string, make: () => Promise<Stores>): void {
  describe(`record store, indexes: ${name}`, () => {
    it('tells whole records that are due, to the moment', async () => {
      const early = aRecord('early', { nextContact: at(-1) });
      const now = aRecord('now');
      const later = aRecord('later', { nextContact: at(1) });
      const records = await withRecords((await make()).records, [later, now, early]);

      const due = await records.due(spring, NOW, 10);

      expect(due.toSorted((a, b) => (a.nextContact ?? 0) - (b.nextContact ?? 0))).toEqual([
        early,
        now,
      ]);
    });

    it('tells what an agent has left unhandled, the longest first, until it is handled', async () => {
      const { records } = await make();
      const unhandled = (seconds: number, agent?: string) => ({
        ...({ state: 'unhandled', nextContact: undefined } as const),
        unhandled: {
          ...{ attempt: attemptId('a1'), since: at(seconds) },
          ...(agent !== undefined && { agent: agentId(agent) }),
        },
      });
      const late = aRecord('late', unhandled(20, 'eva'));
      const early = aRecord('early', unhandled(10, 'eva'));
      const others = [aRecord('tom', unhandled(5, 'tom')), aRecord('nobody', unhandled(1))];
      // as an earlier version left it
      const old = aRecord('old', { state: 'unhandled', nextContact: undefined });
      await withRecords(records, [late, early, old, ...others]);
      const eva = agentId('eva');

      expect(await records.unhandled(spring, eva, 10)).toEqual([early, late]);
      expect(await records.unhandled(spring, eva, 1)).toEqual([early]);
      expect(names(await records.unhandled(spring, undefined, 10))).toEqual(['nobody']);
      const { unhandled: _, ...rest } = early;
      const after = changed(rest, { state: 'closed' });
      await records.commit({ before: early, after, entries: [] });
      expect(await records.unhandled(spring, eva, 10)).toEqual([late]);
    });

    it('keeps to the limit and never leaves out the record that waits longest', async () => {
      const all = Array.from({ length: 30 }, (_, i) =>
        aRecord(`r${i}`, { nextContact: at(-((i * 7) % 30) - 1) }),
      );
      const records = await withRecords((await make()).records, all);

      const due = await records.due(spring, NOW, 8);

      expect(due.length).toBe(8);
      expect(names(due)).toContain(all.find((each) => each.nextContact === at(-30))?.record);
      expect(new Set(names(due)).size).toBe(8);
    });

    it('has the order of calling hold among all that are due: weight, recall, longest due (REC-8)', async () => {
      const all = Array.from({ length: 400 }, (_, i) =>
        aRecord(`r${i}`, {
          nextContact: at(i - 400),
          weight: i === 40 ? 100 : 0,
          ...(i === 200 && { weight: 7 }),
          ...(i === 300 && { attempts: 2, state: 'recall-scheduled' as const }),
          ...(i === 0 && { weight: -3 }),
        }),
      );
      const records = await withRecords((await make()).records, all);

      const due = await records.due(spring, NOW, 6);
      const [last] = (await records.due(spring, NOW, 400)).slice(-1);

      expect(due.map(({ record }) => record)).toEqual(['r40', 'r200', 'r300', 'r1', 'r2', 'r3']);
      expect(last?.record).toBe('r0');
    });

    it('moves a record to the place its new weight gives it', async () => {
      const { records } = await make();
      const [ann, ben] = [aRecord('ann', { nextContact: at(-9) }), aRecord('ben')];
      await withRecords(records, [ann, ben]);

      const heavier = changed(ben, { weight: 50 });
      await records.commit({ before: ben, after: heavier, entries: [] });

      expect(await records.due(spring, NOW, 10)).toEqual([heavier, ann]);
    });

    it('counts weights as whole numbers from -100 to 100', async () => {
      const weights = [99.6, 1000, 100, 0.4, -5000];
      const all = weights.map((weight, n) => aRecord(`r${n}`, { weight, nextContact: at(n - 9) }));
      const records = await withRecords((await make()).records, all);

      const due = await records.due(spring, NOW, 10);

      expect(due.map(({ weight }) => weight)).toEqual(weights);
    });

    it('says with what is due until when nothing else is', async () => {
      const { records } = await make();
      const ann = aRecord('ann', { nextContact: at(60) });
      await withRecords(records, [ann]);
      const count = await records.dueSoon(spring, at(20));
      const look = async (seconds: number, limit = 5) => {
        const { due, rest } = await records.look(spring, at(seconds), limit);
        return [names(due), rest?.until];
      };

      const before = [await look(20), await look(60)];
      const ben = aRecord('ben', { nextContact: at(30), updatedAt: at(20) });
      await records.commit(addition(ben));
      const after = [await look(30), await look(60, 3), await look(60, 1)];

      // as far as the look before has read, where another key holds nothing
      const isAhead = (until: number) => until >= at(20 + AHEAD) && until <= at(60 + AHEAD);
      expect(before).toEqual([
        [[], at(60)],
        [['ann'], expect.toSatisfy(isAhead)],
      ]);
      expect(after).toEqual([
        [['ben'], at(60)],
        [['ann', 'ben'], expect.toSatisfy(isAhead)],
        [['ben'], undefined],
      ]);
      const { rest } = await records.look(spring, at(70), 5);
      expect([rest?.dueSoon, await records.dueSoon(spring, at(20))]).toEqual([
        count + 1,
        count + 1,
      ]);
    });

    it('finds every due record when the limit allows it', async () => {
      const all = Array.from({ length: 25 }, (_, i) => aRecord(`r${i}`));
      const records = await withRecords((await make()).records, all);

      const due = await records.due(spring, NOW, 100);

      expect(names(due)).toEqual(names(all));
    });

    it('knows no due records of another campaign or of none', async () => {
      const records = await withRecords((await make()).records, [aRecord('ann')]);

      expect(await records.due(campaignId('autumn'), NOW, 10)).toEqual([]);
    });

    it('lists the records set aside, the longest first, until they are put back (CBR-9)', async () => {
      const { records } = await make();
      const aside = (name: string, updatedAt = NOW) => {
        const { nextContact: _, ...record } = aRecord(name, { state: 'set-aside', updatedAt });
        return record;
      };
      const [ann, ben, cem] = [aside('ann', at(1)), aside('ben', at(2)), aside('cem', at(3))];
      await withRecords(records, [ann, ben, cem, aRecord('due')]);
      const back = changed(ann, { state: 'new', nextContact: at(60) });
      const inCall = { ...taken(ben), state: 'set-aside' } as const;

      expect(await records.setAside(spring, 2)).toEqual([ann, ben]);
      await records.commit({ before: ann, after: back, entries: [] });
      await records.commit({ before: ben, after: inCall, entries: [] });

      expect(await records.setAside(spring, 10)).toEqual([cem]);
      expect(await records.inFlight(spring)).toEqual([inCall]);
      expect(await records.setAside(campaignId('autumn'), 10)).toEqual([]);
    });

    it('does not count a record as due while a call with it is open (CBR-15)', async () => {
      const ann = aRecord('ann');
      const { records } = await make();
      await records.commit(addition(ann));
      const recalled = { ...taken(ann), state: 'recall-scheduled', nextContact: NOW } as const;

      await records.commit({ before: ann, after: recalled, entries: [] });

      expect(await records.due(spring, at(60), 10)).toEqual([]);
      expect(await records.inFlight(spring)).toEqual([recalled]);
    });

    it('takes a record off the due ones when it is taken, and lists it as in flight', async () => {
      const ann = aRecord('ann');
      const ben = aRecord('ben');
      const records = await withRecords((await make()).records, [ann, ben]);

      const called = taken(ann);
      await records.commit({
        before: ann,
        after: called,
        entries: [],
        attempt: { before: undefined, after: anAttempt(ann) },
      });

      expect(await records.due(spring, NOW, 10)).toEqual([ben]);
      expect(await records.inFlight(spring)).toEqual([called]);
      expect(await records.inFlight(campaignId('autumn'))).toEqual([]);
    });

    it('shows a record in flight as it is now, until nothing of it is under way', async () => {
      const ann = aRecord('ann');
      const records = await withRecords((await make()).records, [ann]);
      const called = taken(ann);
      const inWrapUp = changed(called, {
        state: 'in-wrap-up',
        current: { attempt: attemptId('a1'), phase: 'wrap-up', since: at(9), deadline: at(40) },
      });
      const { current: _, ...unhandled } = changed(inWrapUp, { state: 'unhandled' });
      await records.commit({ before: ann, after: called, entries: [] });

      await records.commit({ before: called, after: inWrapUp, entries: [] });
      const during = await records.inFlight(spring);
      await records.commit({ before: inWrapUp, after: unhandled, entries: [] });

      expect(during).toEqual([inWrapUp]);
      expect(await records.inFlight(spring)).toEqual([]);
      expect(await records.due(spring, at(9999), 10)).toEqual([]);
    });

    it('moves a record to its new time and never shows it twice', async () => {
      const ann = aRecord('ann');
      const records = await withRecords((await make()).records, [ann]);
      const recalled = changed(ann, { state: 'recall-scheduled', nextContact: at(3600) });
      await records.commit({ before: ann, after: recalled, entries: [] });
      const sooner = changed(recalled, { nextContact: at(60) });
      await records.commit({ before: recalled, after: sooner, entries: [] });

      expect(await records.due(spring, at(59), 10)).toEqual([]);
      expect(await records.due(spring, at(7200), 10)).toEqual([sooner]);
    });

    it('lists messages that wait for their next move since before a moment, but none in line by right', async () => {
      const ann = aRecord('ann');
      const { records } = await make();
      await records.commit(addition(ann));
      const hanging = aText(ann, 'old', { state: 'sending', changedAt: at(-60) });
      const lost = aText(ann, 'lost', { changedAt: at(-60) });
      const inLine = { line: 'sms', at: at(60) };
      const fresh = [
        aText(ann, 'asked', { state: 'sending', changedAt: NOW }),
        aText(ann, 'just ordered', { changedAt: NOW }),
        aText(ann, 'in line', { changedAt: at(-60), turn: inLine }),
      ];
      const over = aText(ann, 'over', { state: 'sent', changedAt: at(-60) });
      const second = changed(ann);
      await records.commit({
        before: ann,
        after: second,
        entries: [],
        messages: [hanging, lost, ...fresh, over].map((after) => ({
          before: undefined,
          after,
        })),
      });
      const before = await records.hangingMessages(spring, NOW);

      await records.commit({
        before: second,
        after: changed(second),
        entries: [],
        messages: [
          { before: hanging, after: { ...hanging, version: 2, state: 'unknown' } },
          { before: lost, after: { ...lost, version: 2, changedAt: NOW } },
        ],
      });

      expect(before.toSorted(byId)).toEqual([hanging, lost].toSorted(byId));
      expect(await records.hangingMessages(spring, NOW)).toEqual([]);
      expect(await records.hangingMessages(campaignId('autumn'), NOW)).toEqual([]);
    });

    it('tells the contacts an agent has or is offered, until they are settled', async () => {
      const { records } = await make();
      const eva = agentId('eva');
      const [ann, ben] = [aRecord('ann'), aRecord('ben')];
      await withRecords(records, [ann, ben]);
      const offered = anAttempt(ann, 'a1', { agent: eva });
      const others = anAttempt(ben, 'b1', { agent: agentId('tom') });
      const offers = { entries: [], attempt: { before: undefined, after: offered } };
      const inCall = taken(ann);
      await records.commit({ ...offers, before: ann, after: inCall });
      await records.commit({
        before: ben,
        after: taken(ben, 'b1'),
        entries: [],
        attempt: { before: undefined, after: others },
      });

      const during = await records.withAgent(eva);
      const settled = { ...offered, version: 2, settled: true };
      await records.commit({
        before: inCall,
        after: changed(inCall),
        entries: [],
        attempt: { before: offered, after: settled },
      });

      expect(during).toEqual([offered]);
      expect(await records.withAgent(eva)).toEqual([]);
    });

    it('tells the conversations that nobody has, the longest first, until somebody has them', async () => {
      const { records } = await make();
      const texts = (record: CampaignRecord, id: string, seconds: number) =>
        anAttempt(record, id, {
          channel: 'sms',
          direction: 'inbound',
          orderedAt: at(seconds),
        });
      const [ann, ben] = [aRecord('ann'), aRecord('ben')];
      const [late, early] = [texts(ann, 'a1', 20), texts(ben, 'b1', 10)];
      await withRecords(records, [ann, ben]);
      const inText = taken(ann);
      for (const [record, attempt, after] of [
        [ann, late, inText],
        [ben, early, taken(ben, 'b1')],
      ] as const)
        await records.commit({
          before: record,
          after,
          entries: [],
          attempt: { before: undefined, after: attempt },
        });

      expect(await records.unclaimed(spring, 10)).toEqual([early, late]);
      expect(await records.unclaimed(spring, 1)).toEqual([early]);
      await records.commit({
        before: inText,
        after: changed(inText),
        entries: [],
        attempt: { before: late, after: { ...late, version: 2, agent: agentId('eva') } },
      });
      expect(await records.unclaimed(spring, 10)).toEqual([early]);
    });

    it('tells the records that wait for an agent: recalls, reserved and unhandled ones', async () => {
      const { records } = await make();
      const [eva, tom] = [agentId('eva'), agentId('tom')];
      const recall = aRecord('recall', { state: 'recall-scheduled', lastAgent: eva });
      const reserved = aRecord('reserved', { privateTo: eva });
      const handedOver = aRecord('given', {
        state: 'recall-scheduled',
        lastAgent: eva,
        privateTo: tom,
      });
      await withRecords(records, [recall, reserved, handedOver, aRecord('new')]);

      const before = await records.waitingFor(eva, 10);
      const inCall = taken(recall);
      await records.commit({ before: recall, after: inCall, entries: [] });
      const { current: _, ...left } = changed(inCall, { state: 'unhandled' });
      const during = await records.waitingFor(eva, 10);
      await records.commit({ before: inCall, after: left, entries: [] });
      const given = changed(reserved, { privateTo: tom });
      await records.commit({ before: reserved, after: given, entries: [] });

      expect(names(before)).toEqual(['recall', 'reserved']);
      expect(names(during)).toEqual(['reserved']);
      expect(await records.waitingFor(eva, 10)).toEqual([left]);
      expect(names(await records.waitingFor(tom, 10))).toEqual(['given', 'reserved']);
      expect(await records.waitingFor(tom, 1)).toHaveLength(1);
    });
  });
}
