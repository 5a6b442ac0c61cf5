// What a run looks like from the event bus: counted from published events, as an integrator would.

import { disconnectWords } from '../../domain/model/disconnect-reason.ts';
import { instant, parseInstant, toIso } from '../../domain/model/instant.ts';
import type { EntryType } from '../../domain/model/journal.ts';
import { CALL_STATUSES, type CallStatus } from '../../language/schema/rule.ts';
import {
  countInbound,
  type InboundTally,
  newInboundTally,
} from '../../simulation/dry-run/inbound-tally.ts';
import type { BusEvent } from './bus-event.ts';
import { countMessages, type MessageTally, newMessageTally } from './message-tally.ts';

export interface Tally {
  /** Whose switch is followed. */
  readonly campaign: string | undefined;
  added: number;
  /** Records added to each campaign. */
  readonly addedTo: Map<string, number>;
  /** Records that classifiers moved or copied, by what became of it. */
  readonly passedOn: Record<PassedOn, number>;
  /** Records that begin in a campaign because of that. */
  begunElsewhere: number;
  ended: Record<CallStatus, number>;
  /** Attempts placed and not ended. */
  readonly calling: Set<string>;
  /** Records worked to the end. */
  readonly over: Set<string>;
  /** Records set aside: worked, and neither closed nor called again by themselves. */
  readonly aside: Set<string>;
  /** Records with a recall ahead. */
  readonly recalls: Set<string>;
  readonly successes: Set<string>;
  /** Messages that a provider took. */
  sms: number;
  email: number;
  readonly messages: MessageTally;
  /** E-mails to supervisors. */
  alerts: number;
  events: number;
  /** Events that webhooks chose, once for each of them. */
  told: number;
  imported: { imported: number; present: number; duplicates: number; rejected: number } | undefined;
  exhausted: boolean;
  state: string;
  readonly inbound: InboundTally;
  readonly latest: { readonly at: number; readonly text: string }[];
}

export type PassedOn = 'moved' | 'copied' | 'present' | 'refused';

const LATEST = 6;

/** @param campaign the one the run is about; with several, whichever is switched */
export function newTally(campaign?: string): Tally {
  return {
    campaign,
    added: 0,
    addedTo: new Map(),
    passedOn: { moved: 0, copied: 0, present: 0, refused: 0 },
    begunElsewhere: 0,
    ended: Object.fromEntries(CALL_STATUSES.map((status) => [status, 0])) as Record<
      CallStatus,
      number
    >,
    calling: new Set(),
    over: new Set(),
    aside: new Set(),
    recalls: new Set(),
    successes: new Set(),
    sms: 0,
    email: 0,
    messages: newMessageTally(),
    alerts: 0,
    events: 0,
    told: 0,
    imported: undefined,
    exhausted: false,
    state: 'off',
    inbound: newInboundTally(),
    latest: [],
  };
}

/** Takes one event into the tally. */
export function countEvent(tally: Tally, event: BusEvent): void {
  const { type, detail } = event;
  tally.events++;
  countMessages(tally.messages, event);
  const cameIn = countInbound(tally.inbound, event);
  // an end of a customer's call is none of the dialer's
  if (!cameIn || type !== 'call.ended')
    COUNTERS[type]?.(tally, detail, `${detail.campaign}/${detail.record ?? ''}`);
  if (!TOLD.has(type)) return;
  tally.latest.push({ at: parseInstant(detail.at), text: tell(type, detail) });
  if (tally.latest.length > LATEST) tally.latest.shift();
}

type Counter = (tally: Tally, detail: BusEvent['detail'], record: string) => void;

const COUNTERS: Partial<Record<EntryType, Counter>> = {
  'record.added': (tally, { campaign, by }) => {
    tally.added++;
    const id = String(campaign);
    tally.addedTo.set(id, (tally.addedTo.get(id) ?? 0) + 1);
    if (String(by).startsWith('classifier ')) tally.begunElsewhere++;
  },
  'record.passed-on': ({ passedOn }, { how, outcome }) => {
    passedOn[(outcome === 'added' ? how : outcome) as PassedOn]++;
  },
  'call.placed': (tally, { attempt }) => {
    tally.calling.add(String(attempt));
  },
  'call.ended': (tally, { attempt, status }) => {
    tally.calling.delete(String(attempt));
    tally.ended[status as CallStatus]++;
  },
  'call.ordered': (tally, _, record) => nowIn(tally, record),
  'record.recall-scheduled': (tally, _, record) => nowIn(tally, record, tally.recalls),
  'record.put-back': (tally, _, record) => nowIn(tally, record, tally.recalls),
  'record.blocked': (tally, { by }, record) =>
    nowIn(tally, record, by === 'blacklist' ? tally.over : tally.aside),
  'record.closed': (tally, _, record) => nowIn(tally, record, tally.over),
  'record.deleted': (tally, _, record) => nowIn(tally, record, tally.over),
  'record.set-aside': (tally, _, record) => nowIn(tally, record, tally.aside),
  'record.unhandled': (tally, _, record) => nowIn(tally, record),
  'record.classified': (tally, { success }, record) => {
    if (success) tally.successes.add(record);
  },
  'message.sent': (tally, { kind }) => {
    tally[kind as 'sms' | 'email']++;
  },
  'import.finished': (tally, detail) => {
    const read = (key: string) => Number(detail[key]);
    tally.imported = {
      imported: read('imported'),
      present: read('present'),
      duplicates: read('duplicates'),
      rejected: read('rejected'),
    };
  },
  'supervisor.alerted': (tally) => {
    tally.alerts++;
  },
  'campaign.exhausted': (tally, { campaign }) => {
    if (isOf(tally, campaign)) tally.exhausted = true;
  },
  'campaign.switched': (tally, { campaign, to }) => {
    if (isOf(tally, campaign)) tally.state = String(to);
  },
};

const isOf = (tally: Tally, campaign: unknown): boolean =>
  tally.campaign === undefined || tally.campaign === campaign;

/** A record stands in one of these at a time, or is open. */
function nowIn({ over, aside, recalls }: Tally, record: string, set?: Set<string>): void {
  for (const each of [over, aside, recalls]) each.delete(record);
  set?.add(record);
}

/** Events worth a line in the live view. */
const TOLD = new Set<EntryType>([
  'call.received',
  'call.missed',
  'voicemail.taken',
  'callback.requested',
  'survey.answered',
  'call.answered',
  'call.ended',
  'record.classified',
  'record.recall-scheduled',
  'record.set-aside',
  'record.put-back',
  'record.unhandled',
  'message.sent',
  'message.delivered',
  'message.received',
  'record.blocked',
  'campaign.switched',
  'campaign.pool-low',
  'supervisor.alerted',
  'supervisor.not-alerted',
  'campaign.exhausted',
]);

function tell(type: EntryType, detail: BusEvent['detail']): string {
  const words = [
    'status',
    'reason',
    'identity',
    'seconds',
    'question',
    'key',
    'by',
    'agent',
    'classifier',
    'kind',
    'for',
    'to',
    'left',
    'supervisor',
  ]
    .filter((key) => detail[key] !== undefined && !(type === 'voicemail.taken' && key === 'key'))
    .map((key) => inWords(key, said(detail[key])));
  const record = detail.record ? ` …${detail.record.slice(-6)}` : '';
  return `${type}${record}  ${words.join(', ')}`;
}

/** How a call ended needs no name before it. */
function inWords(key: string, value: string): string {
  if (key === 'status') return value.replace('-', ' ');
  return key === 'reason' ? disconnectWords(value) : `${key} ${value}`;
}

/** Moments travel as epoch milliseconds within an event. */
function said(value: unknown): string {
  return typeof value === 'number' && value > 1e12 ? toIso(instant(value)) : String(value);
}
