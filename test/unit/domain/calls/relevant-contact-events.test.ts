import { describe, expect, it } from 'vitest';
import {
  isTelling,
  LAST_EVENT,
  TELLING_EVENTS,
} from '../../../../lib/domain/calls/relevant-contact-events.ts';

describe('a contact event', () => {
  it.each(TELLING_EVENTS)('%s always says something new', (type) => {
    expect([isTelling(type, false), isTelling(type, true)]).toEqual([true, true]);
  });

  it('that completes a contact does only where an agent’s wrap-up ended with it', () => {
    expect([isTelling(LAST_EVENT, false), isTelling(LAST_EVENT, true)]).toEqual([false, true]);
  });

  it.each(['INITIATED', 'CONTACT_DATA_UPDATED', 'connected_to_agent', ''])(
    '%j never does',
    (type) => {
      expect([isTelling(type, false), isTelling(type, true)]).toEqual([false, false]);
    },
  );
});
