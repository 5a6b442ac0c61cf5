import { describe, expect, it } from 'vitest';
import {
  attemptOfCall,
  type IncomingCall,
  letGo,
  recordOfStranger,
  takeCallIn,
} from '../../../../lib/domain/inbound/inbound-attempt.ts';
import { campaignId, contactId, recordId } from '../../../../lib/domain/model/ids.ts';
import type { InboundCall } from '../../../../lib/domain/model/inbound-call.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import { EVA } from '../calls/a-call.ts';

const CONTACT = contactId('c-1');
const CALLER = '+48600000001';
const incoming: IncomingCall = {
  contact: CONTACT,
  ivr: 'reception',
  phone: CALLER,
  to: '+48221230000',
  identity: 'one',
  gates: [{ gate: 'number-shown', passed: true, saw: 'shown' }],
  times: { ringFor: 3600, longestWait: 3600, wrapUp: 40 },
  now: NOW,
};
const stranger = (phone = CALLER) =>
  recordOfStranger(campaignId('spring'), { contact: CONTACT, phone, now: NOW });

describe('a call that comes in (INB-1)', () => {
  const record = aRecord('ann', { state: 'recall-scheduled', nextContact: at(600) });

  it('takes the record, so that nobody dials its customer, and keeps how it stood', () => {
    const { nextContact: _, ...others } = record;

    const change = takeCallIn(record, incoming);

    expect(change.after).toEqual({
      ...others,
      version: 2,
      updatedAt: NOW,
      state: 'being-contacted',
      current: {
        attempt: 'in-c-1',
        inbound: {},
        phase: 'connected',
        since: NOW,
        deadline: at(3600 + 60),
      },
    });
    expect(change.attempt?.after).toMatchObject({
      id: attemptOfCall(CONTACT),
      version: 1,
      direction: 'inbound',
      contact: CONTACT,
      endpoint: CALLER,
      orderedAt: NOW,
      inbound: {
        ivr: 'reception',
        to: '+48221230000',
        identity: 'one',
        took: { state: 'recall-scheduled', nextContact: at(600) },
      },
    });
    expect(change.entries).toEqual([
      {
        type: 'call.received',
        at: NOW,
        attempt: 'in-c-1',
        contact: CONTACT,
        ivr: 'reception',
        phoneEnds: '…001',
        identity: 'one',
        gates: incoming.gates,
      },
    ]);
  });

  it('stands beside the attempt that has the record, and changes nothing about it', () => {
    const dialed = taken(record, 'a1');

    const change = takeCallIn(dialed, incoming);

    expect(change.after).toEqual({ ...dialed, version: dialed.version + 1, updatedAt: NOW });
    expect(change.attempt?.after.inbound?.took).toBeUndefined();
  });

  it('makes a record for a caller nobody knows, and says so', () => {
    const change = takeCallIn(stranger(), { ...incoming, identity: 'none' });

    expect(change.before).toBeUndefined();
    expect(change.after).toMatchObject({
      record: 'call-c-1',
      version: 1,
      state: 'being-contacted',
      phones: [{ value: CALLER, isDefault: true }],
      origin: { kind: 'call' },
    });
    expect(change.attempt?.after.inbound?.took).toEqual({ state: 'none' });
    expect(change.entries.map(({ type }) => type)).toEqual(['record.added', 'call.received']);
  });

  it('from a withheld number has none, and says so', () => {
    expect(stranger('').phones).toEqual([]);
    expect(takeCallIn(stranger(''), { ...incoming, phone: '' }).entries[1]).toMatchObject({
      phoneEnds: 'withheld',
    });
  });
});

describe('a call that moves to the caller’s record (IVR-5)', () => {
  const holder = taken(aRecord('holder'), 'in-c-1');
  const brought: InboundCall = {
    ivr: 'reception',
    identity: 'several',
    took: { state: 'new', nextContact: at(60) },
    callBack: { wanted: at(900), phone: CALLER },
  };
  const held = anAttempt(holder, 'in-c-1', {
    direction: 'inbound',
    contact: CONTACT,
    agent: EVA,
    orderedAt: at(-30),
    timestamps: { initiated: at(-30), connectedToSystem: at(-29) },
    inbound: brought,
  });
  const to = { record: recordId('ann'), because: 'the PESEL is theirs' };

  it('brings along what was noted, and takes the record as it stands there', () => {
    const moved = { from: recordId('holder'), call: brought, attempt: held };

    const { attempt, entries } = takeCallIn(aRecord('ann'), { ...incoming, moved });

    expect(attempt?.after).toMatchObject({
      record: 'ann',
      agent: EVA,
      orderedAt: at(-30),
      timestamps: held.timestamps,
      inbound: {
        identity: 'one',
        callBack: brought.callBack,
        took: { state: 'new', nextContact: NOW },
      },
    });
    expect(entries).toMatchObject([{ movedFrom: 'holder' }]);
  });

  it('comes back to an attempt it left as the next version of that', () => {
    const earlier = { ...held, version: 4, inbound: { ...brought, movedTo: recordId('ann') } };
    const call = { ...brought, movedTo: recordId('holder') };
    const moved = { from: recordId('ann'), call, attempt: held };

    const { attempt } = takeCallIn(aRecord('holder'), { ...incoming, moved }, earlier);

    expect(attempt?.before).toBe(earlier);
    expect(attempt?.after.version).toBe(5);
    expect(attempt?.after.inbound?.movedTo).toBeUndefined();
  });

  it('leaves the record it held as it was, and its attempt settled there', () => {
    const change = letGo(holder, held, to, NOW);

    expect(change?.after).toMatchObject({ state: 'new', nextContact: at(60) });
    expect(change?.after.current).toBeUndefined();
    expect(change?.entries).toEqual([
      { type: 'call.moved', at: NOW, attempt: 'in-c-1', to: 'ann', because: to.because },
    ]);
    expect(change?.attempt?.after).toEqual({
      ...held,
      version: 2,
      settled: true,
      ruleApplied: true,
      inbound: { ...brought, movedTo: 'ann' },
    });
  });

  it('closes a record that began with the call', () => {
    const strange = { ...held, inbound: { ...brought, took: { state: 'none' } as const } };

    const change = letGo(holder, strange, to, NOW);

    expect(change?.after.state).toBe('closed');
    expect(change?.entries[1]).toEqual({
      type: 'record.closed',
      at: NOW,
      because: 'the caller is another record',
    });
  });

  it('leaves a record alone that another attempt has', () => {
    const other = taken(aRecord('holder'), 'a1');
    const { took: _, ...beside } = brought;

    expect(letGo(other, held, to, NOW)?.after).toEqual({ ...other, version: 3, updatedAt: NOW });
    expect(letGo(holder, { ...held, inbound: beside }, to, NOW)?.after.current).toEqual(
      holder.current,
    );
  });

  it('is let go once, and only a customer’s call is', () => {
    expect(letGo(holder, { ...held, settled: true }, to, NOW)).toBeUndefined();
    expect(letGo(holder, { ...held, inbound: undefined }, to, NOW)).toBeUndefined();
  });
});
