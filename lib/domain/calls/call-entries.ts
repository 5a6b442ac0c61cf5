// The journal entries about a call.
import type { Attempt } from '../model/attempt.ts';
import type { ContactFacts } from '../model/contact-facts.ts';
import type { Instant } from '../model/instant.ts';
import type { EntryOf, RecordEntry } from '../model/journal.ts';
import { addedTo, type CampaignRecord } from '../model/record.ts';
import { type CallNews, isInbound } from './call-events.ts';

export function settledEntry(
  attempt: Attempt,
  settings: { readonly now: Instant; readonly rule?: string },
  record: CampaignRecord,
): EntryOf<'attempt.settled'> {
  const { now } = settings;
  const rule = isInbound(attempt) ? undefined : settings.rule;
  return {
    type: 'attempt.settled',
    at: now,
    attempt: attempt.id,
    status: attempt.status ?? 'error',
    classified: attempt.classifier !== undefined,
    rule,
    parameters: addedTo(record),
  };
}

export function unhandledEntry({ id, agent }: Attempt, now: Instant): RecordEntry {
  const by = agent === undefined ? {} : { agent };
  return { type: 'record.unhandled', at: now, attempt: id, ...by };
}

export function callEntries(
  news: CallNews,
  attempt: Attempt,
  facts: ContactFacts,
  now: Instant,
): readonly RecordEntry[] {
  const { timestamps, id, agent } = attempt;
  const call = { attempt: id };
  switch (news) {
    case 'placed':
      return [
        { type: 'call.placed', at: timestamps.initiated ?? now, ...call, contact: facts.contact },
      ];
    case 'answered-by-customer':
      return isInbound(attempt)
        ? []
        : [
            {
              type: 'call.answered',
              at: timestamps.connectedToSystem ?? now,
              ...call,
              by: 'customer',
            },
          ];
    case 'routed': {
      const queue = facts.queue === undefined ? {} : { queue: facts.queue };
      return [
        {
          type: 'call.routed',
          at: timestamps.enqueued ?? now,
          ...call,
          ...queue,
          ...windowOf(attempt),
        },
      ];
    }
    case 'answered-by-agent': {
      const who = agent === undefined ? {} : { agent };
      const at = timestamps.connectedToAgent ?? now;
      return [{ type: 'call.answered', at, ...call, by: 'agent', ...who }];
    }
    case 'ended':
      return [endedEntry(attempt, now)];
    case 'wrap-up-ended':
      return [];
  }
}

/** What the agent's record window is opened with (INB-2, IVR-6, IVR-9). */
function windowOf({ inbound }: Attempt) {
  if (inbound === undefined) return {};
  const { identity, waiting } = inbound;
  const { window = 'full', ticket } = waiting ?? {};
  return { identity, window, ticket };
}

function endedEntry(attempt: Attempt, now: Instant): RecordEntry {
  const { disconnected = now, connectedToAgent } = attempt.timestamps;
  const reason = attempt.disconnectReason;
  return {
    type: 'call.ended',
    at: disconnected,
    attempt: attempt.id,
    status: attempt.status ?? 'error',
    reason,
    talkSeconds:
      connectedToAgent === undefined
        ? undefined
        : Math.round((disconnected - connectedToAgent) / 1000),
  };
}
