import { describe, expect, it } from 'vitest';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { type RecordUpdate, updateRecord } from '../../../../lib/domain/records/update-record.ts';
import { aRecord, at, NOW, taken } from '../../../support/records.ts';

const { nextContact: _, ...idle } = aRecord();
const aside: CampaignRecord = {
  ...idle,
  state: 'set-aside',
  attempts: 3,
  rule: { version: 'v1', cursor: 'second', passes: { again: 3 } },
};
const update = (record: CampaignRecord, what: RecordUpdate) =>
  updateRecord({ record, update: what, by: 'olga', now: NOW });
function changeOf(record: CampaignRecord, what: RecordUpdate) {
  const updated = update(record, what);
  if (updated.kind !== 'changed') throw new Error(JSON.stringify(updated));
  return updated.change;
}
const EVA = agentId('eva');

describe('a record put back into the list (CBR-9)', () => {
  it('is due at once, begins its rule at the trigger and keeps what the rule has counted', () => {
    const { before, after, entries } = changeOf(aside, { kind: 'put-back' });

    expect(before).toBe(aside);
    expect(after).toEqual({
      ...aside,
      version: 2,
      state: 'recall-scheduled',
      nextContact: NOW,
      rule: { version: 'v1', passes: { again: 3 } },
      updatedAt: NOW,
    });
    expect(entries).toEqual([{ type: 'record.put-back', at: NOW, by: 'olga', for: NOW }]);
  });

  it('is due when the person says, but not in the past', () => {
    expect(changeOf(aside, { kind: 'put-back', at: at(3600) }).after.nextContact).toBe(at(3600));
    expect(update(aside, { kind: 'put-back', at: at(-5) })).toEqual({
      kind: 'refused',
      because: '2026-03-02T08:59:55.000Z is over',
    });
  });

  it('may also have been left unhandled; one that was never called is new', () => {
    const unhandled = { ...aside, state: 'unhandled', attempts: 0 } as const;

    expect(changeOf(unhandled, { kind: 'put-back' }).after.state).toBe('new');
  });

  it('is not put back twice, nor out of a call, nor when it is over', () => {
    const outcomes = [
      aRecord(),
      taken(aRecord()),
      { ...aside, current: taken(aRecord()).current },
      { ...aside, state: 'closed' } as const,
      { ...aside, state: 'deleted' } as const,
    ].map((record) => update(record as CampaignRecord, { kind: 'put-back' }));

    expect(outcomes).toEqual([
      { kind: 'unchanged' },
      { kind: 'refused', because: 'a call with it is under way' },
      { kind: 'refused', because: 'a call with it is under way' },
      { kind: 'refused', because: 'it is closed' },
      { kind: 'refused', because: 'it is deleted' },
    ]);
  });
});

describe('a record closed by a person (CBR-9)', () => {
  it('is closed for good, also one that waits for a call, and the timeline names who did it', () => {
    for (const record of [aside, aRecord()]) {
      const { after, entries } = changeOf(record, { kind: 'close' });

      expect([after.state, after.nextContact]).toEqual(['closed', undefined]);
      expect(entries).toEqual([{ type: 'record.closed', at: NOW, because: 'by olga' }]);
    }
  });

  it('is not closed twice, and not while a call with it is under way', () => {
    expect(update({ ...aside, state: 'closed' }, { kind: 'close' })).toEqual({ kind: 'unchanged' });
    expect(update({ ...aside, state: 'blacklisted' }, { kind: 'close' }).kind).toBe('refused');
    expect(update(taken(aRecord()), { kind: 'close' })).toEqual({
      kind: 'refused',
      because: 'a call with it is under way',
    });
  });
});

describe('a private record (REC-7)', () => {
  it('belongs to one agent, until it is released; nothing else about it changes', () => {
    const reserved = changeOf(aRecord(), { kind: 'reserve', agent: EVA });
    const released = changeOf(reserved.after, { kind: 'release' });

    expect(reserved.after).toEqual({ ...aRecord(), version: 2, privateTo: 'eva' });
    expect(reserved.entries).toEqual([
      { type: 'record.reserved', at: NOW, for: 'eva', by: 'olga' },
    ]);
    expect(released.after).toEqual({ ...aRecord(), version: 3 });
    expect(released.entries).toEqual([{ type: 'record.released', at: NOW, by: 'olga' }]);
  });

  it('can be reserved in the middle of a call, and for another agent', () => {
    const called = { ...taken(aRecord()), privateTo: EVA };

    const { after } = changeOf(called, { kind: 'reserve', agent: agentId('tom') });

    expect(after).toMatchObject({ privateTo: 'tom', current: { attempt: 'a1' } });
  });

  it('is not reserved for the agent who has it, nor a deleted one for anybody', () => {
    const mine = aRecord('ann', { privateTo: EVA });

    expect(update(mine, { kind: 'reserve', agent: EVA })).toEqual({ kind: 'unchanged' });
    expect(update(aRecord(), { kind: 'release' })).toEqual({ kind: 'unchanged' });
    expect(update({ ...aside, state: 'deleted' }, { kind: 'reserve', agent: EVA })).toEqual({
      kind: 'refused',
      because: 'it is deleted',
    });
  });
});
