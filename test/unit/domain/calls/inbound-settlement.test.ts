import { describe, expect, it } from 'vitest';
import {
  type InboundSettlement,
  keepsState,
  leftByCall,
} from '../../../../lib/domain/calls/inbound-settlement.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { InboundCall, TakenFrom } from '../../../../lib/domain/model/inbound-call.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import { EVA } from './a-call.ts';

const CALLER = '+48221000001';
const record = taken(aRecord(), 'in-1');
const settlement: InboundSettlement = {
  callBack: { callBack: 'always', placesCalls: true, zone: 'Europe/Warsaw' },
  protectClosed: false,
};
const never = { ...settlement, callBack: { ...settlement.callBack, callBack: 'never' } } as const;

const call = (inbound: Partial<InboundCall>, changes: Partial<Attempt> = {}) =>
  anAttempt(record, 'in-1', {
    direction: 'inbound',
    inbound: { ivr: 'reception', identity: 'one', ...inbound },
    ...changes,
  });
const spoken = (took?: TakenFrom) =>
  call({ took }, { agent: EVA, timestamps: { connectedToAgent: at(5) } });
const types = ({ entries }: { entries: readonly { type: string }[] }) =>
  entries.map(({ type }) => type);
const standing = ({ state, nextContact, current }: CampaignRecord) => ({
  state,
  nextContact,
  current,
});

describe('a record after a conversation that nobody classified', () => {
  it('is unhandled (REC-9)', () => {
    const left = leftByCall(record, spoken({ state: 'recall-scheduled' }), settlement, NOW);

    expect(standing(left.record)).toEqual({ state: 'unhandled' });
    expect(left.entries).toEqual([
      { type: 'record.unhandled', at: NOW, attempt: 'in-1', agent: EVA },
    ]);
  });

  it('stays with the attempt that has it, and the conversation is told as unhandled', () => {
    const left = leftByCall(record, spoken(), settlement, NOW);

    expect(left.record).toBe(record);
    expect(types(left)).toEqual(['record.unhandled']);
  });

  it.each([
    ['closed', true, true],
    ['closed', false, false],
    ['blacklisted', false, true],
    ['new', true, false],
    ['none', true, false],
  ] as const)(
    'of a %s record, closed ones protected: %s, keeps its state: %s (INB-12)',
    (state, protectClosed, keeps) => {
      const left = leftByCall(record, spoken({ state }), { ...settlement, protectClosed }, NOW);

      expect(keepsState({ state }, protectClosed)).toBe(keeps);
      expect(standing(left.record)).toEqual({ state: keeps ? state : 'unhandled' });
      expect(types(left)).toEqual(keeps ? [] : ['record.unhandled']);
    },
  );

  it('of a campaign that has left the files is unhandled, were it closed before', () => {
    expect(leftByCall(record, spoken({ state: 'closed' }), undefined, NOW).record.state).toBe(
      'unhandled',
    );
  });
});

describe('a record after a call that no agent took', () => {
  it('is called back (INB-13)', () => {
    const left = leftByCall(record, call({ took: { state: 'closed' } }), settlement, NOW);

    expect(standing(left.record)).toEqual({ state: 'recall-scheduled', nextContact: NOW });
    expect(left.entries).toMatchObject([
      { type: 'call.missed', at: NOW, attempt: 'in-1' },
      { type: 'record.recall-scheduled', for: NOW, by: 'missed call', attempt: 'in-1' },
    ]);
  });

  it('is called back as the caller asked, and the timeline says by whom (IVR-24)', () => {
    const callBack = { wanted: at(600), phone: CALLER };
    const left = leftByCall(record, call({ took: { state: 'new' }, callBack }), settlement, NOW);

    expect(left.record.nextContact).toBe(at(600));
    expect(left.entries[1]).toMatchObject({ by: 'the caller', for: at(600) });
  });

  it('is as it was before when nothing follows', () => {
    const took = { state: 'recall-scheduled', nextContact: at(7200) } as const;
    const left = leftByCall(record, call({ took }), never, NOW);

    expect(standing(left.record)).toEqual(took);
    expect(types(left)).toEqual(['call.missed']);
  });

  it('is closed when it began with the call', () => {
    const left = leftByCall(record, call({ took: { state: 'none' } }), never, NOW);

    expect(standing(left.record)).toEqual({ state: 'closed' });
    expect(left.entries[1]).toEqual({
      type: 'record.closed',
      at: NOW,
      because: 'the caller reached no agent, and nothing follows',
    });
  });

  it('stays as it is when another attempt has it: a call back is decided by nobody', () => {
    const left = leftByCall(record, call({}), settlement, NOW);

    expect(left.record).toBe(record);
    expect(types(left)).toEqual(['call.missed']);
  });

  it('of a campaign that has left the files is as it was before', () => {
    const left = leftByCall(record, call({ took: { state: 'set-aside' } }), undefined, NOW);

    expect(left.record.state).toBe('set-aside');
  });
});

describe('a record after a call taken outside (IVR-8)', () => {
  const forwarding = { block: 'out', begin: at(1), ringsUntil: at(9), outcome: 'taken' } as const;

  it('is not called back, and the entry says where the call went', () => {
    const left = leftByCall(record, call({ took: { state: 'new' }, forwarding }), settlement, NOW);

    expect(left.record.state).toBe('new');
    expect(left.entries).toMatchObject([{ type: 'call.forwarded', block: 'out' }]);
  });

  it('is closed with that reason when it began with the call', () => {
    const stranger = call({ took: { state: 'none' }, forwarding });

    expect(leftByCall(record, stranger, settlement, NOW).entries[1]).toMatchObject({
      because: 'the caller was forwarded outside, and nothing follows',
    });
  });

  it('is called back when the caller asked for it before', () => {
    const callBack = { wanted: at(600), phone: CALLER };
    const asked = call({ took: { state: 'new' }, forwarding, callBack });

    expect(types(leftByCall(record, asked, settlement, NOW))).toEqual([
      'call.forwarded',
      'record.recall-scheduled',
    ]);
  });
});
