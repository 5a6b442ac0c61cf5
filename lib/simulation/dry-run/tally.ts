// What a dry run counts of one campaign while it goes on: its calls by the hour, its journal by
// kind, how far every record came. Nothing here grows with the number of calls, except those that
// come in.

import { ADDED_BY_CALL } from '../../domain/inbound/inbound-attempt.ts';
import { textSize } from '../../domain/messaging/text-size.ts';
import { callStatus } from '../../domain/model/call-status.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { Message } from '../../domain/model/message.ts';
import { abandonmentOf } from '../../domain/pacing/abandonment.ts';
import { HOLD_UPS, type HoldUp, heldBy } from '../../domain/timeline/held-by.ts';
import type { CallOrigin } from '../centre/simulation-options.ts';
import type { WrittenEntry } from '../memory/journal.ts';
import type { ContactEventType } from '../phone-network/call.ts';
import { HourSums } from './hour-sums.ts';
import { countInbound, newInboundTally } from './inbound-tally.ts';

export const LINE_COUNTS = ['calls', 'answers', 'contacts', 'abandoned', 'late'] as const;
export type LineCount = (typeof LINE_COUNTS)[number];
export type LineCounts = ReadonlyMap<number, Readonly<Record<LineCount, number>>>;

/** How far a record came; each step is a bit, so that a hundred thousand records stay small. */
const STEPS = { called: 1, reached: 2, classified: 4 } as const;
type Step = keyof typeof STEPS;

export class CampaignTally {
  /** Calls of the dialer. */
  readonly lines = new HourSums<LineCount>(LINE_COUNTS);
  readonly inbound = newInboundTally();
  readonly messages = { sms: 0, smsParts: 0, email: 0 };
  /**
   * Journal entries by type, those of calls that came in apart; `record.classified` by classifier;
   * `record.closed` by reason.
   */
  readonly entries = new Map<string, number>();
  readonly classifiers = new Map<string, number>();
  readonly closed = new Map<string, number>();
  /** Records that calls from unknown numbers added. */
  callers = 0;
  /** Milliseconds of calls that were picked up, whoever called. */
  connected = 0;
  /** When the last call of the dialer ended. */
  lastCallEnded: number | undefined;
  private readonly came = new Map<string, number>();
  /** What held each record up; each reason is a bit. */
  private readonly held = new Map<string, number>();

  contact(facts: ContactFacts, type: ContactEventType, direction: CallOrigin['direction']): void {
    if (type === 'DISCONNECTED') this.connected += connectedTime(facts);
    if (direction !== 'outbound') return;
    if (type === 'INITIATED' && facts.initiated !== undefined)
      this.lines.add(facts.initiated, 'calls');
    if (type === 'CONNECTED_TO_AGENT' && facts.connectedToAgent !== undefined)
      this.lines.add(facts.connectedToAgent, 'contacts');
    if (type === 'DISCONNECTED') this.ended(facts);
  }

  journal({ record, entry }: WrittenEntry): void {
    const isInbound = countInbound(this.inbound, { type: entry.type, detail: { ...entry } });
    if (entry.type === 'record.classified') up(this.classifiers, entry.classifier);
    if (entry.type === 'record.closed') up(this.closed, entry.because);
    if (entry.type === 'record.added' && entry.by === ADDED_BY_CALL) this.callers++;
    if (isInbound) return;
    up(this.entries, entry.type);
    if (record === undefined) return;
    for (const block of heldBy(entry)) {
      this.held.set(record, (this.held.get(record) ?? 0) | (1 << HOLD_UPS.indexOf(block)));
    }
    if (entry.type === 'call.placed') this.step(record, 'called');
    else if (entry.type === 'call.answered' && entry.by === 'agent') this.step(record, 'reached');
    else if (entry.type === 'record.classified') this.step(record, 'classified');
  }

  /** A provider has accepted the message. */
  sent({ content }: Message): void {
    if (content.kind === 'email') this.messages.email++;
    if (content.kind !== 'sms') return;
    this.messages.sms++;
    this.messages.smsParts += textSize(content.text).parts;
  }

  count(type: WrittenEntry['entry']['type']): number {
    return this.entries.get(type) ?? 0;
  }

  /** Records by what kept them from being contacted, or put them off. */
  blocked(): Readonly<Record<HoldUp, number>> {
    const count = (bit: number) => [...this.held.values()].filter((bits) => bits & bit).length;
    const counts = HOLD_UPS.map((block, n) => [block, count(1 << n)] as const);
    return Object.fromEntries(counts) as Record<HoldUp, number>;
  }

  /** Records that came at least so far. */
  cameTo(step: Step): number {
    let count = 0;
    for (const steps of this.came.values()) if (steps & STEPS[step]) count++;
    return count;
  }

  private step(record: string, step: Step): void {
    this.came.set(record, (this.came.get(record) ?? 0) | STEPS[step]);
  }

  /** People who picked up, and those of them nobody talked to, as regulators count them. */
  private ended(facts: ContactFacts): void {
    const { connectedToSystem: answered, disconnected } = facts;
    this.lastCallEnded = disconnected;
    if (answered === undefined || disconnected === undefined) return;
    if (callStatus({ ...facts, timestamps: facts }) === 'voicemail') return;
    this.lines.add(answered, 'answers');
    const abandonment = abandonmentOf({ ...facts, timestamps: facts });
    if (abandonment === 'unanswered') this.lines.add(answered, 'abandoned');
    else if (abandonment === 'late') this.lines.add(answered, 'late');
  }
}

const connectedTime = ({ connectedToSystem, disconnected }: ContactFacts): number =>
  connectedToSystem === undefined || disconnected === undefined
    ? 0
    : disconnected - connectedToSystem;

function up(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
