import { describe, expect, it } from 'vitest';
import {
  isRelevant,
  LAST_EVENT,
  lateness,
  RELEVANT_EVENTS,
} from '../../../../lib/domain/calls/relevant-contact-events.ts';

describe('a contact event', () => {
  it.each(RELEVANT_EVENTS)('%s always says something new', (type) => {
    expect([isRelevant(type, false), isRelevant(type, true)]).toEqual([true, true]);
  });

  it('is told late only of a call we placed that waits for an agent', () => {
    const told = ['QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED'].map((type) => [
      lateness(type, 'outbound'),
      lateness(type, 'inbound'),
    ]);

    expect(told).toEqual([
      [3, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('that completes a contact does only where an agent’s wrap-up ended with it', () => {
    expect([isRelevant(LAST_EVENT, false), isRelevant(LAST_EVENT, true)]).toEqual([false, true]);
  });

  it.each(['INITIATED', 'CONNECTED_TO_SYSTEM', 'CONTACT_DATA_UPDATED', 'connected_to_agent', ''])(
    '%j never does',
    (type) => {
      expect([isRelevant(type, false), isRelevant(type, true)]).toEqual([false, false]);
    },
  );
});
