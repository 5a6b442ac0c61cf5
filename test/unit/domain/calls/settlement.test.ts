import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyContactFacts,
  failedCall,
  leftByRule,
  refused,
  remind,
  wrapUpRanOut,
} from '../../../../lib/domain/calls/settlement.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { anAttempt, aRecord, at, taken } from '../../../support/records.ts';
import {
  anyDelivery,
  CONTACT,
  dialed,
  EVA,
  hungUp,
  lostInQueue,
  pickedUp,
  queued,
  rangOut,
  SETTINGS,
  talking,
  tell,
  wrappedUp,
} from './a-call.ts';

const record = taken(aRecord());
const attempt = anAttempt(record);
const { rule: _, ...withoutRule } = SETTINGS;
const types = (entries: readonly { readonly type: string }[]) => entries.map(({ type }) => type);
const standing = ({ state, current, nextContact }: CampaignRecord) => ({
  state,
  phase: current?.phase,
  nextContact,
});

describe('a call, as its events come in', () => {
  it('counts as made when Connect has it', () => {
    const told = tell(record, attempt, [dialed]);

    expect(told.record).toEqual({
      ...record,
      version: 3,
      attempts: 1,
      current: { ...record.current, phase: 'started', since: at(0), deadline: at(25 + 60) },
    });
    expect(told.entries).toEqual([
      { type: 'call.placed', at: at(1), attempt: 'a1', contact: CONTACT },
    ]);
  });

  it('goes through its phases', () => {
    const story = [dialed, pickedUp, queued, talking, hungUp];

    const phases = story.map((_, i) => tell(record, attempt, story.slice(0, i + 1)).record);

    expect(phases.map(standing)).toEqual([
      { state: 'being-contacted', phase: 'started', nextContact: undefined },
      { state: 'being-contacted', phase: 'connected', nextContact: undefined },
      { state: 'being-contacted', phase: 'connected', nextContact: undefined },
      { state: 'being-contacted', phase: 'with-agent', nextContact: undefined },
      { state: 'in-wrap-up', phase: 'wrap-up', nextContact: undefined },
    ]);
  });

  it('tells each thing once, with the moment it happened (WHK-1)', () => {
    const told = tell(record, attempt, [wrappedUp, hungUp, wrappedUp]);

    expect(told.entries).toEqual([
      { type: 'call.placed', at: at(1), attempt: 'a1', contact: CONTACT },
      { type: 'call.answered', at: at(10), attempt: 'a1', by: 'customer' },
      { type: 'call.routed', at: at(11), attempt: 'a1', queue: 'sales' },
      { type: 'call.answered', at: at(12), attempt: 'a1', by: 'agent', agent: 'eva' },
      {
        type: 'call.ended',
        at: at(72),
        attempt: 'a1',
        status: 'answered',
        reason: 'CUSTOMER_DISCONNECT',
        talkSeconds: 60,
      },
      { type: 'record.unhandled', at: at(0), attempt: 'a1', agent: 'eva' },
      {
        type: 'attempt.settled',
        at: at(0),
        attempt: 'a1',
        status: 'answered',
        classified: false,
        rule: 'rule',
      },
    ]);
  });

  it('without an agent is settled when it ends and waits for its rule (CBR-1)', () => {
    const told = tell(record, attempt, [dialed, lostInQueue]);

    expect(standing(told.record)).toEqual({
      state: 'being-contacted',
      phase: 'ended',
      nextContact: undefined,
    });
    expect(told.record.endings).toEqual({ abandoned: 1 });
    expect([told.attempt.settled, told.attempt.ruleApplied]).toEqual([true, false]);
  });

  it('with an agent is unhandled when the wrap-up ends unclassified (REC-9)', () => {
    const told = tell(record, attempt, [dialed, hungUp, wrappedUp]);

    expect(standing(told.record)).toMatchObject({ state: 'unhandled', phase: 'ended' });
    expect(told.record).toMatchObject({ lastAgent: EVA, endings: { answered: 1 } });
  });

  it('lets its number rest no longer when it was abandoned: the rule alone decides', () => {
    const change = applyContactFacts(record, attempt, lostInQueue, SETTINGS);

    expect(change?.freeNumber).toEqual({ phone: '+48221000001', attempt: 'a1' });
  });

  it('frees its number when it is over, and says since when it rests', () => {
    const free = [talking, hungUp, rangOut].map(
      (facts) => applyContactFacts(record, attempt, facts, SETTINGS)?.freeNumber,
    );

    const number = { phone: '+48221000001', attempt: 'a1' };
    expect(free).toEqual([
      undefined,
      { ...number, calledUntil: at(72) },
      { ...number, calledUntil: at(26) },
    ]);
  });

  it('is not touched by another contact', () => {
    const known = tell(record, attempt, [dialed]);

    const other = { ...hungUp, contact: contactId('c-2') };

    expect(applyContactFacts(known.record, known.attempt, other, SETTINGS)).toBeUndefined();
  });

  it('comes to the same end, told in any order, late and twice', () => {
    fc.assert(
      fc.property(anyDelivery, ({ inOrder, delivered }) => {
        const [told, expected] = [delivered, inOrder].map((facts) => tell(record, attempt, facts));

        expect({ ...told?.attempt, version: 0 }).toEqual({ ...expected?.attempt, version: 0 });
        expect({ ...told?.record, version: 0 }).toEqual({ ...expected?.record, version: 0 });
        expect(told?.entries.toSorted(byText)).toEqual(expected?.entries.toSorted(byText));
      }),
    );
  });

  it('that an agent has classified while talking only gathers its last marks', () => {
    const known = tell(record, attempt, [talking]);
    const { current: _, ...rest } = known.record;
    const closed: CampaignRecord = { ...rest, state: 'closed' };
    const classified = { ...known.attempt, status: 'answered', settled: true } as const;

    const told = tell(closed, classified, [hungUp]);

    expect(standing(told.record)).toEqual({ state: 'closed' });
    expect(types(told.entries)).toEqual(['call.ended']);
    expect(told.record.endings).toEqual({});
  });

  it('leaves its record alone when only the wrap-up of a classified call ends', () => {
    const { record: known, attempt: over } = tell(record, attempt, [talking, hungUp]);
    const { current: _, ...rest } = known;
    const closed: CampaignRecord = { ...rest, state: 'closed' };
    const classified = { ...over, settled: true, ruleApplied: true, classifier: 'sold' } as const;

    const change = applyContactFacts(closed, classified, wrappedUp, SETTINGS);

    expect(change).toMatchObject({ before: closed, entries: [], freeNumber: undefined });
    expect(change?.after).toBe(closed);
    expect(change?.attempt?.after.timestamps.wrapUpEnded).toBe(wrappedUp.wrapUpEnded);
  });
});

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('without Connect’s word', () => {
  it('a wrap-up that ran out leaves the record unhandled (REC-9)', () => {
    const { record: inWrapUp, attempt: answered } = tell(record, attempt, [hungUp]);

    const change = wrapUpRanOut(inWrapUp, answered, SETTINGS);

    expect(change.after.state).toBe('unhandled');
    expect(types(change.entries)).toEqual(['record.unhandled', 'attempt.settled']);
  });

  it('a refused call is an error that counts as a call (CBR-2)', () => {
    const change = refused(record, attempt, 'DestinationNotAllowed', SETTINGS);

    expect(change.after).toMatchObject({ attempts: 1, endings: { error: 1 } });
    expect(types(change.entries)).toEqual(['call.refused', 'call.ended', 'attempt.settled']);
    expect(change.freeNumber).toEqual({
      phone: '+48221000001',
      attempt: 'a1',
      calledUntil: at(0),
    });
  });

  it('a call Connect has forgotten is an error and counts once', () => {
    const placed = tell(record, attempt, [dialed]);

    const change = failedCall(placed.record, placed.attempt, 'unknown', SETTINGS);

    expect(change.after).toMatchObject({ attempts: 1, endings: { error: 1 } });
    expect(types(change.entries)).toEqual(['call.ended', 'attempt.settled']);
  });

  it('a lost rule run is asked for again, each time after twice the pause', () => {
    const told = tell(record, attempt, [rangOut]);
    const later = { ...SETTINGS, now: at(26 + 500) };

    const change = remind(told.record, told.attempt, later);

    expect(types(change.entries)).toEqual(['attempt.settled']);
    expect(change.after.current?.deadline).toBe(at(26 + 500 + 500));
  });
});

describe('a record nothing follows for', () => {
  it('is set aside when nobody has spoken to it, or the call was classified (CBR-9, CLS-3)', () => {
    const told = tell(record, attempt, [rangOut], withoutRule);

    const { record: called, attempt: spoken } = tell(record, attempt, [hungUp]);
    const left = leftByRule(called, { ...spoken, classifier: 'noted' }, 'rule ended', at(0));

    expect([told.record, left.record].map(standing)).toEqual([
      { state: 'set-aside' },
      { state: 'set-aside' },
    ]);
    expect(told.entries.at(-1)).toEqual({
      type: 'record.set-aside',
      at: at(0),
      attempt: 'a1',
      because: 'the campaign has no callback rule',
    });
  });

  it('is unhandled when an agent has (REC-9)', () => {
    const { record: called, attempt: answered } = tell(record, attempt, [hungUp]);

    const left = leftByRule(called, answered, 'rule again ended', at(0));

    expect(standing(left.record)).toEqual({ state: 'unhandled' });
    expect(left.entries).toEqual([]);
  });
});
