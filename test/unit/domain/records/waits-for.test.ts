import { describe, expect, it } from 'vitest';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { RECORD_STATES } from '../../../../lib/domain/model/record.ts';
import { waitsAs, waitsFor } from '../../../../lib/domain/records/waits-for.ts';
import { aRecord, taken } from '../../../support/records.ts';

const [eva, tom] = [agentId('eva'), agentId('tom')];

describe('a record', () => {
  it('waits for the agent who spoke last when it is to be called again or was left unhandled', () => {
    const as = RECORD_STATES.map((state) => [
      state,
      waitsAs(aRecord('ann', { state, lastAgent: eva }))?.as,
    ]);

    expect(as.filter(([, one]) => one !== undefined)).toEqual([
      ['recall-scheduled', 'recall'],
      ['unhandled', 'unhandled'],
    ]);
  });

  it('waits for the agent it is reserved for rather than who spoke last', () => {
    const record = aRecord('ann', { state: 'recall-scheduled', lastAgent: eva, privateTo: tom });

    expect(waitsFor(record)).toBe(tom);
  });

  it('waits for the agent it is reserved for before its first call', () => {
    expect(waitsAs(aRecord('ann', { privateTo: tom }))).toEqual({ agent: tom, as: 'reserved' });
  });

  it('waits for nobody while it is being worked, or when nobody is named', () => {
    expect(waitsFor(taken(aRecord('ann', { privateTo: tom })))).toBeUndefined();
    expect(waitsFor(aRecord('ann', { state: 'recall-scheduled' }))).toBeUndefined();
    expect(waitsFor(undefined)).toBeUndefined();
  });
});
