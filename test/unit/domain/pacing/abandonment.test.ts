import { describe, expect, it } from 'vitest';
import { type AnsweredCall, abandonmentOf } from '../../../../lib/domain/pacing/abandonment.ts';
import { at } from '../../../support/records.ts';

const answered = (
  timestamps: AnsweredCall['timestamps'],
  more: Omit<AnsweredCall, 'timestamps'> = {},
) => abandonmentOf({ timestamps: { connectedToSystem: at(0), ...timestamps }, ...more });

describe('a call that a person answered counts as abandoned (NEW-6)', () => {
  it('when no agent came, unless the person left within two seconds by themselves', () => {
    const leaves = { disconnectReason: 'CUSTOMER_DISCONNECT' };

    expect([
      answered({ disconnected: at(2) }, leaves),
      answered({ disconnected: at(2.1) }, leaves),
      answered({ disconnected: at(1) }, { disconnectReason: 'CONTACT_FLOW_DISCONNECT' }),
    ]).toEqual([undefined, 'unanswered', 'unanswered']);
  });

  it('when an agent came later than two seconds', () => {
    expect([
      answered({ connectedToAgent: at(2) }),
      answered({ connectedToAgent: at(2.1), disconnected: at(60) }),
    ]).toEqual([undefined, 'late']);
  });

  it('counted from the end of the greeting where Connect listens for machines', () => {
    const heard = { machineDetection: 'HUMAN_ANSWERED' };

    expect([
      answered({ enqueued: at(1.5), connectedToAgent: at(3) }, heard),
      answered({ enqueued: at(1.5), connectedToAgent: at(3.6) }, heard),
      answered({ enqueued: at(1.5), connectedToAgent: at(3) }),
    ]).toEqual([undefined, 'late', 'late']);
  });

  it('never when nobody picked up', () => {
    expect(abandonmentOf({ timestamps: { disconnected: at(25) } })).toBe(undefined);
  });
});
