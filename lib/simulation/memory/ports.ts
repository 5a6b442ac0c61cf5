// Every port in memory, ready for a use case: the product without AWS. Parts given replace their default.
import type { CampaignId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import type { DialOrder, Ports, Telephony } from '../../domain/ports.ts';
import type { Definitions } from '../../language/definitions.ts';
import { memoryAgentBoard } from './agent-board.ts';
import { memoryCallThrottle } from './call-throttle.ts';
import { memoryCampaignStore } from './campaign-store.ts';
import { memoryClock } from './clock.ts';
import { type MemoryContactFiles, memoryContactFiles } from './contact-files.ts';
import { type MemoryDefinitions, memoryDefinitions } from './definitions-source.ts';
import { memoryIds } from './ids.ts';
import { type MemoryJournal, memoryJournal } from './journal.ts';
import { type Deliver, type Kept, memoryDialQueue, memoryTickQueue } from './queues.ts';
import { type MemoryRecordStore, memoryRecordStore } from './record-store.ts';
import { type MemorySender, memorySender } from './senders.ts';
import { type MemoryTelephony, memoryTelephony } from './telephony.ts';

export interface MemoryPortsOptions<T extends Telephony = MemoryTelephony> {
  /** Simulated time, e.g. a VirtualClock. */
  readonly time: { now(): number };
  readonly definitions: Definitions;
  readonly attachments?: Readonly<Record<string, Uint8Array>>;
  readonly telephony?: T;
  readonly onDialOrder?: Deliver<DialOrder>;
  readonly onTick?: Deliver<CampaignId>;
  readonly onSent?: (message: Message, providerId: string) => void;
  /** false: what is over is forgotten, as in a long run of which only sums are wanted; true when missing. */
  readonly keepsHistory?: boolean;
}

export interface MemoryPorts<T extends Telephony = MemoryTelephony> extends Ports {
  readonly definitions: MemoryDefinitions;
  readonly records: MemoryRecordStore;
  readonly journal: MemoryJournal;
  readonly telephony: T;
  readonly dialQueue: Ports['dialQueue'] & Kept<DialOrder>;
  readonly tickQueue: Ports['tickQueue'] & Kept<CampaignId>;
  readonly sms: MemorySender;
  readonly email: MemorySender;
  readonly files: MemoryContactFiles;
}

export function memoryPorts(options: MemoryPortsOptions): MemoryPorts;
export function memoryPorts<T extends Telephony>(
  options: MemoryPortsOptions<T> & { readonly telephony: T },
): MemoryPorts<T>;
export function memoryPorts(options: MemoryPortsOptions<Telephony>): MemoryPorts<Telephony> {
  const clock = memoryClock(options.time);
  const kept = options.keepsHistory ?? true;
  const journal = memoryJournal({ kept });
  const { callsPerSecond, burst } = options.definitions.centre.connect;
  return {
    clock,
    ids: memoryIds(clock),
    definitions: memoryDefinitions(options.definitions, options.attachments),
    records: memoryRecordStore(journal, { kept }),
    journal,
    campaigns: memoryCampaignStore(journal),
    agents: memoryAgentBoard(),
    throttle: memoryCallThrottle({ callsPerSecond, burst }),
    telephony: options.telephony ?? memoryTelephony(),
    dialQueue: memoryDialQueue(options.onDialOrder),
    tickQueue: memoryTickQueue(options.onTick),
    sms: memorySender('sms', options.onSent, { kept }),
    email: memorySender('email', options.onSent, { kept }),
    files: memoryContactFiles(),
  };
}
