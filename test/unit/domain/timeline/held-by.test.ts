import { describe, expect, it } from 'vitest';
import { heldBy } from '../../../../lib/domain/timeline/held-by.ts';

const gate = (name: string, passed: boolean) => ({ gate: name, passed, saw: '' });

describe('what held a person up', () => {
  it('is the blacklist or the want of a consent, of a record or of a message', () => {
    expect(heldBy({ type: 'record.blocked', by: 'consent' })).toEqual(['consent']);
    expect(heldBy({ type: 'message.failed', blocked: 'blacklist' })).toEqual(['blacklist']);
    expect(heldBy({ type: 'message.failed', blocked: 'cap' })).toEqual(['cap']);
  });

  it('is a cap or the hours where a record was put off for them', () => {
    const gates = [
      gate('contact-cap', false),
      gate('callee-hours', false),
      gate('blacklist', true),
    ];

    expect(heldBy({ type: 'record.postponed', gates })).toEqual(['cap', 'hours']);
    expect(heldBy({ type: 'call.ordered', gates })).toEqual([]);
  });

  it('is nothing where something else happened', () => {
    expect(heldBy({ type: 'record.closed', by: 'olga' })).toEqual([]);
    expect(heldBy({ type: 'record.postponed', gates: [gate('queue-hours', false)] })).toEqual([]);
    expect(heldBy({ type: 'record.put-back', by: 'consent' })).toEqual([]);
  });
});
