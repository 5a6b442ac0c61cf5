// Messages of a run and people who were not contacted, counted from published events.
import type { EntryType } from '../../domain/model/journal.ts';
import { type HoldUp, heldBy } from '../../domain/timeline/held-by.ts';
import type { BusEvent } from './bus-event.ts';

export interface MessageCounts {
  ordered: number;
  /** The provider took it. */
  sent: number;
  delivered: number;
  /** Not sent, or not delivered. */
  failed: number;
  /** Texts that people wrote, those that say STOP included. */
  replies: number;
  /** Answers that say STOP, and texts refused because the person has told the provider so. */
  optOuts: number;
}

const none = (): MessageCounts => ({
  ordered: 0,
  sent: 0,
  delivered: 0,
  failed: 0,
  replies: 0,
  optOuts: 0,
});

export interface MessageTally {
  readonly sms: MessageCounts;
  readonly email: MessageCounts;
  /** Records by what held them up. */
  readonly blocked: Readonly<Record<HoldUp, Set<string>>>;
}

export const newMessageTally = (): MessageTally => ({
  sms: none(),
  email: none(),
  blocked: { consent: new Set(), blacklist: new Set(), cap: new Set(), hours: new Set() },
});

const COUNTED: Partial<Record<EntryType, Exclude<keyof MessageCounts, 'optOuts'>>> = {
  'message.ordered': 'ordered',
  'message.sent': 'sent',
  'message.delivered': 'delivered',
  'message.failed': 'failed',
  'message.received': 'replies',
};

export function countMessages(tally: MessageTally, { type, detail }: BusEvent): void {
  const what = COUNTED[type];
  if (what !== undefined) {
    const counts = tally[detail.kind === 'email' ? 'email' : 'sms'];
    counts[what]++;
    if (detail.optOut === true) counts.optOuts++;
  }
  if (type === 'message.opted-out') tally.sms.optOuts++;
  const record = `${detail.campaign}/${detail.record ?? ''}`;
  for (const block of heldBy({ ...detail, type })) tally.blocked[block].add(record);
}
