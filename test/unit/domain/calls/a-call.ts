// Calls as Connect tells of them: facts that grow, as arbitrary histories and as the stories tests
// tell.
import fc from 'fast-check';
import { applyContactFacts, type CallSettings } from '../../../../lib/domain/calls/settlement.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { ContactFacts } from '../../../../lib/domain/model/contact-facts.ts';
import { agentId, contactId } from '../../../../lib/domain/model/ids.ts';
import type { RecordEntry } from '../../../../lib/domain/model/journal.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { at, NOW } from '../../../support/records.ts';

export const CONTACT = contactId('c-1');
export const EVA = agentId('eva');

export const SETTINGS: CallSettings = {
  times: { ringFor: 25, longestWait: 30, wrapUp: 40 },
  rule: 'rule',
  now: NOW,
};

export const dialed: ContactFacts = { contact: CONTACT, initiated: at(1) };
export const pickedUp: ContactFacts = { ...dialed, connectedToSystem: at(10) };
export const queued: ContactFacts = { ...pickedUp, enqueued: at(11), queue: 'sales' };
export const talking: ContactFacts = { ...queued, connectedToAgent: at(12), agent: EVA };
export const hungUp: ContactFacts = {
  ...talking,
  disconnected: at(72),
  disconnectReason: 'CUSTOMER_DISCONNECT',
};
export const wrappedUp: ContactFacts = { ...hungUp, wrapUpEnded: at(90) };
export const rangOut: ContactFacts = {
  ...dialed,
  disconnected: at(26),
  disconnectReason: 'TELECOM_UNANSWERED',
};
export const lostInQueue: ContactFacts = {
  ...queued,
  disconnected: at(20),
  disconnectReason: 'CUSTOMER_DISCONNECT',
};

export interface Told {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly entries: readonly RecordEntry[];
}

/** Facts one after the other, each change committed before the next. */
export function tell(
  record: CampaignRecord,
  attempt: Attempt,
  facts: readonly ContactFacts[],
  settings: CallSettings = SETTINGS,
): Told {
  return facts.reduce<Told>(
    (told, each) => {
      const change = applyContactFacts(told.record, told.attempt, each, settings);
      if (change === undefined) return told;
      return {
        record: change.after,
        attempt: change.attempt?.after ?? told.attempt,
        entries: told.entries.concat(change.entries),
      };
    },
    { record, attempt, entries: [] },
  );
}

const story = (...events: readonly ContactFacts[]) => fc.constant(events);

/** What Connect would tell of one call, in order. */
const anyStory: fc.Arbitrary<readonly ContactFacts[]> = fc.oneof(
  story(dialed, rangOut),
  story(dialed, pickedUp, queued, lostInQueue),
  story(dialed, pickedUp, queued, talking, hungUp, wrappedUp),
  story(dialed, pickedUp, queued, talking, hungUp),
  story(dialed, { ...rangOut, disconnectReason: 'TELECOM_BUSY' }),
  story(dialed, pickedUp, {
    ...pickedUp,
    disconnected: at(15),
    disconnectReason: 'CONTACT_FLOW_DISCONNECT',
    machineDetection: 'VOICEMAIL_BEEP',
  }),
);

/** A story, and the same late, doubled and out of order. */
export const anyDelivery = anyStory.chain((inOrder) =>
  fc
    .tuple(
      fc.shuffledSubarray([...inOrder], { minLength: inOrder.length }),
      fc.array(fc.constantFrom(...inOrder), { maxLength: 4 }),
    )
    .map(([shuffled, again]) => ({ inOrder, delivered: [...shuffled, ...again] })),
);
