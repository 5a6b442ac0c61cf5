import { describe, expect, it } from 'vitest';
import {
  type CallOrder,
  giveUp,
  orderCall,
  postpone,
  withdraw,
} from '../../../../lib/domain/dialing/orders.ts';
import { attemptId } from '../../../../lib/domain/model/ids.ts';
import { NUMBER_LOCKED } from '../../../../lib/domain/records/deadlines.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import { EVA } from '../calls/a-call.ts';

const PHONE = '+48221000001';
const record = aRecord('ann', { attempts: 1, state: 'recall-scheduled' });
const gates = [{ gate: 'next-contact', passed: true, saw: 'now' }];
const order: CallOrder = {
  attempt: attemptId('a1'),
  phone: PHONE,
  delay: 0,
  gates,
  redialInterval: 120,
  now: NOW,
};

describe('a call that is ordered', () => {
  it('takes the record and its number, and says by what it was decided', () => {
    const { nextContact: _, ...others } = record;

    expect(orderCall(record, { ...order, callerId: 'main' })).toEqual({
      before: record,
      after: {
        ...others,
        version: 2,
        updatedAt: NOW,
        state: 'being-contacted',
        current: { attempt: 'a1', phase: 'ordered', since: NOW, deadline: at(600) },
      },
      entries: [{ type: 'call.ordered', at: NOW, attempt: 'a1', gates, phoneEnds: '…001' }],
      attempt: { before: undefined, after: { ...anAttempt(record), sender: 'main' } },
      takeNumber: {
        phone: PHONE,
        attempt: 'a1',
        now: NOW,
        until: at(NUMBER_LOCKED),
        rested: at(-120),
      },
    });
  });

  it('is meant for one agent where it says so, and follows by itself (DIA-1)', () => {
    const change = orderCall(record, { ...order, offeredTo: EVA, delay: 15 });

    expect(change.after.current).toMatchObject({ offeredTo: EVA, deadline: at(615) });
    expect(change.after.current).not.toHaveProperty('awaitsAgent');
    expect(change.attempt?.after.agent).toBe(EVA);
    expect(change.entries[1]).toEqual({
      type: 'record.offered',
      at: NOW,
      attempt: 'a1',
      agent: EVA,
      seconds: 15,
      starts: 'by-itself',
    });
  });

  it('waits for the agent to start it where they do (CAM-3)', () => {
    const change = orderCall(record, { ...order, offeredTo: EVA, delay: 120, awaitsAgent: true });

    expect(change.after.current).toMatchObject({ awaitsAgent: true });
    expect(change.entries[1]).toMatchObject({ seconds: 120, starts: 'by-agent' });
  });
});

describe('a record that is not called', () => {
  it('is put off, with the gates that say why', () => {
    const change = postpone(record, { until: at(900), gates }, NOW);

    expect(change.after).toMatchObject({ state: 'recall-scheduled', nextContact: at(900) });
    expect(change.entries).toEqual([{ type: 'record.postponed', at: NOW, until: at(900), gates }]);
  });

  it('any more is closed, with the reason', () => {
    const change = giveUp(record, 'the last date is over', gates, NOW);

    expect(change.after.state).toBe('closed');
    expect(change.entries).toEqual([
      { type: 'record.closed', at: NOW, because: 'the last date is over', gates },
    ]);
  });
});

describe('an order that is taken back (DIA-6)', () => {
  it('leaves the record due as before, its number free and nothing to follow', () => {
    const leased = taken(record);
    const attempt = anAttempt(leased, 'a1', { orderedAt: at(-30) });

    const change = withdraw(leased, attempt, gates, NOW);

    expect(change.after).toMatchObject({
      state: 'recall-scheduled',
      nextContact: at(-30),
      attempts: 1,
    });
    expect(change.after.current).toBeUndefined();
    expect(change.entries).toEqual([{ type: 'record.postponed', at: NOW, until: at(-30), gates }]);
    expect(change.attempt?.after).toMatchObject({ version: 2, settled: true, ruleApplied: true });
    expect(change.freeNumber).toEqual({ phone: PHONE, attempt: 'a1' });
  });
});
