// Messages of a run and people who were not contacted, counted from published events.
import type { EntryType } from '../../domain/model/journal.ts';
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

/** Why people were not contacted, or not at once. */
const BLOCKS = ['consent', 'blacklist', 'cap', 'hours'] as const;
type Block = (typeof BLOCKS)[number];

export interface MessageTally {
  readonly sms: MessageCounts;
  readonly email: MessageCounts;
  /** Records by what held them up. */
  readonly blocked: Readonly<Record<Block, Set<string>>>;
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

/** Gates that put a record off, by what that is called here. */
const GATES: Readonly<Record<string, Block>> = { 'callee-hours': 'hours', 'contact-cap': 'cap' };

export function countMessages(tally: MessageTally, { type, detail }: BusEvent): void {
  const what = COUNTED[type];
  if (what !== undefined) {
    const counts = tally[detail.kind === 'email' ? 'email' : 'sms'];
    counts[what]++;
    if (detail.optOut === true) counts.optOuts++;
  }
  const record = `${detail.campaign}/${detail.record ?? ''}`;
  const by = type === 'record.blocked' ? detail.by : detail.blocked;
  if (by === 'consent' || by === 'blacklist' || by === 'cap') tally.blocked[by].add(record);
  if (type !== 'record.postponed' || !Array.isArray(detail.gates)) return;
  for (const gate of detail.gates) {
    const block = isGate(gate) && !gate.passed ? GATES[gate.gate] : undefined;
    if (block !== undefined) tally.blocked[block].add(record);
  }
}

const isGate = (value: unknown): value is { readonly gate: string; readonly passed: boolean } =>
  typeof value === 'object' && value !== null && 'gate' in value && 'passed' in value;
