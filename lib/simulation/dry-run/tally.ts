// What a dry run counts while it goes on: the lines by the hour, the journal by kind, the way of
// every record. Nothing here grows with the number of calls.

import type { AgentPresence } from '../../domain/model/agent.ts';
import { callStatus } from '../../domain/model/call-status.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import { abandonmentOf } from '../../domain/pacing/abandonment.ts';
import type { WrittenEntry } from '../memory/journal.ts';
import type { ContactEventType } from '../phone-network/call.ts';
import { AgentHours } from './agent-hours.ts';
import { HourSums } from './hour-sums.ts';

export type LineCount = 'calls' | 'answers' | 'contacts' | 'abandoned' | 'late';

/** How far a record came; each step is a bit, so that a hundred thousand records stay small. */
const STEPS = { called: 1, reached: 2, classified: 4 } as const;
type Step = keyof typeof STEPS;

export class DryRunTally {
  readonly lines = new HourSums<LineCount>(['calls', 'answers', 'contacts', 'abandoned', 'late']);
  readonly agentHours = new AgentHours();
  /** Journal entries by type; `record.classified` by classifier; `record.closed` by reason. */
  readonly entries = new Map<string, number>();
  readonly classifiers = new Map<string, number>();
  readonly closed = new Map<string, number>();
  /** Milliseconds of calls that were picked up, and of talks. */
  connected = 0;
  talked = 0;
  /** When the last call ended. */
  lastCallEnded: number | undefined;
  agentEvents = 0;
  private readonly came = new Map<string, number>();

  agent(presence: AgentPresence, now: number): void {
    this.agentEvents++;
    this.agentHours.turned(presence, now);
  }

  contact(facts: ContactFacts, type: ContactEventType): void {
    if (type === 'INITIATED' && facts.initiated !== undefined)
      this.lines.add(facts.initiated, 'calls');
    if (type === 'CONNECTED_TO_AGENT' && facts.connectedToAgent !== undefined)
      this.lines.add(facts.connectedToAgent, 'contacts');
    if (type === 'DISCONNECTED') this.ended(facts);
  }

  journal({ record, entry }: WrittenEntry): void {
    up(this.entries, entry.type);
    if (record === undefined) return;
    if (entry.type === 'call.placed') this.step(record, 'called');
    else if (entry.type === 'call.answered' && entry.by === 'agent') this.step(record, 'reached');
    else if (entry.type === 'record.closed') up(this.closed, entry.because);
    else if (entry.type === 'record.classified') {
      this.step(record, 'classified');
      up(this.classifiers, entry.classifier);
    }
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
    const { connectedToSystem: answered, connectedToAgent: agent, disconnected } = facts;
    this.lastCallEnded = disconnected;
    if (answered === undefined || disconnected === undefined) return;
    this.connected += disconnected - answered;
    if (agent !== undefined) this.talked += disconnected - agent;
    if (callStatus({ ...facts, timestamps: facts }) === 'voicemail') return;
    this.lines.add(answered, 'answers');
    const abandonment = abandonmentOf({ ...facts, timestamps: facts });
    if (abandonment === 'unanswered') this.lines.add(answered, 'abandoned');
    else if (abandonment === 'late') this.lines.add(answered, 'late');
  }
}

function up(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
