import { describe, expect, it } from 'vitest';
import {
  isRelevant,
  LAST_EVENT,
  RELEVANT_EVENTS,
} from '../../../../lib/domain/calls/relevant-contact-events.ts';

describe('a contact event', () => {
  it.each(RELEVANT_EVENTS)('%s always says something new', (type) => {
    expect([isRelevant(type, false), isRelevant(type, true)]).toEqual([true, true]);
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
