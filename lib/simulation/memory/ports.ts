// Every port in memory, ready for a use case: the product without AWS. Parts given replace their
// default.

import type { CopyRef } from '../../application/ports/copy-queue.ts';
import type { ImportOrder } from '../../application/ports/import-queue.ts';
import type { NoticeOrder } from '../../application/ports/message-queue.ts';
import type { Ports } from '../../application/ports/ports.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { PlayedScenario } from '../../domain/model/played-scenario.ts';
import { localDate } from '../../domain/model/time-zone.ts';
import { lookUpFields } from '../../domain/records/look-up.ts';
import { textCampaigns } from '../../domain/texting/text-setting.ts';
import type { Definitions } from '../../language/definitions.ts';
import { memoryAgentBoard } from './agent-board.ts';
import { type MemoryAgentHolds, memoryAgentHolds } from './agent-holds.ts';
import { memoryAgentLook } from './agent-look.ts';
import { type MemoryAnnouncer, memoryAnnouncer } from './announcer.ts';
import { memoryAudit } from './audit.ts';
import { memoryCallSlots } from './call-slots.ts';
import { memoryCallThrottle } from './call-throttle.ts';
import { memoryCallerRates } from './caller-rates.ts';
import { memoryCampaignStore } from './campaign-store.ts';
import { memoryClock } from './clock.ts';
import { type MemoryConnectLinks, memoryConnectLinks } from './connect-links.ts';
import { type MemoryContactFiles, memoryContactFiles } from './contact-files.ts';
import { memoryContactLog } from './contact-log.ts';
import { type MemoryDefinitions, memoryDefinitions } from './definitions-source.ts';
import { memoryFilterStore } from './filter-store.ts';
import { memoryGivenAnswers } from './given-answers.ts';
import { memoryIds } from './ids.ts';
import { memoryJobStore } from './job-store.ts';
import { type MemoryJournal, memoryJournal } from './journal.ts';
import { memoryLedger } from './ledger.ts';
import { type MemoryMails, memoryMails } from './mails.ts';
import { memoryNumberChecks } from './number-checks.ts';
import { memoryOlderOrders } from './older-orders.ts';
import { type MemoryPhones, memoryPhones } from './phones.ts';
import { memoryPseudonyms } from './pseudonyms.ts';
import {
  type Deliver,
  type KeptMessages,
  type KeptTicks,
  type MemoryEmailQueue,
  memoryCopyQueue,
  memoryDialQueue,
  memoryEmailQueue,
  memoryImportQueue,
  memoryMessageQueue,
  memorySurveyQueue,
  memoryTickQueue,
  memoryWebhookQueue,
  type OrderedMessage,
  type SentTick,
  type WebhookWake,
} from './queues.ts';
import { type MemoryReceivers, memoryReceivers } from './receivers.ts';
import { memoryRecordList } from './record-list.ts';
import { type MemoryRecordStore, memoryRecordStore } from './record-store.ts';
import { type MemoryRecordings, memoryRecordings } from './recordings.ts';
import { MemoryReports, memoryReportStore } from './report-store.ts';
import { type MemoryRouting, memoryRouting } from './routing.ts';
import { memorySavedMappings } from './saved-mappings.ts';
import { type MemorySecrets, memorySecrets } from './secrets.ts';
import { type MemorySender, memorySender, type OnSent } from './senders.ts';
import { memorySendingLines } from './sending-lines.ts';
import { memoryServiceTokens } from './service-tokens.ts';
import { type AnswerService, type MemoryServices, memoryServices } from './services.ts';
import { type MemorySigningSecrets, memorySigningSecrets } from './signing-secrets.ts';
import { type MemoryTelephony, memoryTelephony, type TelephoneNetwork } from './telephony.ts';
import { memoryWatchers } from './watchers.ts';
import { type MemoryWebhookStore, memoryWebhookStore } from './webhook-store.ts';

/** Files a long run keeps: each is fetched within minutes. */
const MOST_RECORDINGS = 100;

export interface MemoryPortsOptions<T extends TelephoneNetwork = MemoryTelephony> {
  /** Simulated time, e.g. a VirtualClock. */
  readonly time: { now(): number };
  readonly definitions: Definitions;
  readonly attachments?: Readonly<Record<string, Uint8Array>>;
  /** As they were played. */
  readonly scenarios?: readonly PlayedScenario[];
  readonly telephony?: T;
  readonly routing?: MemoryRouting;
  readonly onDialOrder?: Deliver<AttemptRef>;
  readonly onTick?: (tick: SentTick) => void;
  readonly onSurvey?: Deliver<AttemptRef>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly services?: AnswerService;
  readonly onMessage?: Deliver<OrderedMessage>;
  readonly onNotice?: Deliver<NoticeOrder>;
  readonly onWake?: Deliver<WebhookWake>;
  readonly onCopy?: Deliver<CopyRef>;
  /** Told when an agent gets no calls any more, or again. */
  readonly onHold?: (agentArn: string, isHeld: boolean) => void;
  readonly onImport?: Deliver<ImportOrder>;
  readonly onSent?: OnSent;
  /**
   * false: what is over is forgotten, as in a long run of which only sums are wanted; true when
   * missing.
   */
  readonly keepsHistory?: boolean;
}

export interface MemoryPorts<T extends TelephoneNetwork = MemoryTelephony> extends Ports {
  readonly definitions: MemoryDefinitions;
  readonly records: MemoryRecordStore;
  readonly journal: MemoryJournal;
  readonly telephony: T;
  readonly dialQueue: Ports['dialQueue'] & KeptMessages<AttemptRef>;
  readonly tickQueue: Ports['tickQueue'] & KeptTicks;
  readonly sms: MemorySender;
  readonly email: MemorySender;
  readonly files: MemoryContactFiles;
  readonly links: MemoryConnectLinks;
  readonly surveyQueue: Ports['surveyQueue'] & KeptMessages<AttemptRef>;
  readonly smsQueue: Ports['smsQueue'] & KeptMessages<OrderedMessage>;
  readonly emailQueue: MemoryEmailQueue;
  readonly secrets: MemorySecrets;
  readonly services: MemoryServices;
  readonly recordings: MemoryRecordings;
  readonly mails: MemoryMails;
  readonly phones: MemoryPhones;
  readonly agentHolds: MemoryAgentHolds;
  readonly routing: MemoryRouting;
  readonly webhooks: MemoryWebhookStore;
  readonly webhookQueue: Ports['webhookQueue'] & KeptMessages<WebhookWake>;
  readonly receivers: MemoryReceivers;
  readonly copyQueue: Ports['copyQueue'] & KeptMessages<CopyRef>;
  readonly importQueue: Ports['importQueue'] & KeptMessages<ImportOrder>;
  readonly signingSecrets: MemorySigningSecrets;
  readonly announcer: MemoryAnnouncer;
}

export function memoryPorts(options: MemoryPortsOptions): MemoryPorts;
export function memoryPorts<T extends TelephoneNetwork>(
  options: MemoryPortsOptions<T> & { readonly telephony: T },
): MemoryPorts<T>;
export function memoryPorts(
  options: MemoryPortsOptions<TelephoneNetwork>,
): MemoryPorts<TelephoneNetwork> {
  const clock = memoryClock(options.time);
  const kept = options.keepsHistory ?? true;
  const journal = memoryJournal({ kept });
  const { callsPerSecond, burst } = options.definitions.centre.connect;
  const telephony = options.telephony ?? memoryTelephony();
  const recordings = memoryRecordings(kept ? undefined : MOST_RECORDINGS);
  const signingSecrets = memorySigningSecrets(clock);
  const definitions = memoryDefinitions(
    options.definitions,
    options.attachments,
    options.scenarios,
  );
  const reports = new MemoryReports((at) =>
    localDate(at, definitions.definitions().centre.timeZone),
  );
  const campaigns = memoryCampaignStore(journal);
  const lines = memorySendingLines();
  const records = memoryRecordStore(journal, {
    lines,
    campaigns,
    kept,
    reports: kept ? reports : undefined,
    looksUp: kept || textCampaigns(options.definitions).length > 0,
    lookUpFields: (campaign) => lookUpFields(definitions.definitions(), campaign),
  });
  const audit = memoryAudit();
  const files = memoryContactFiles();
  const mappings = memorySavedMappings();
  const watchers = memoryWatchers();
  return {
    clock,
    ids: memoryIds(clock),
    definitions,
    records,
    recordList: memoryRecordList(records),
    audit,
    auditTrail: audit,
    givenAnswers: memoryGivenAnswers(),
    callerRates: memoryCallerRates(),
    journal,
    pseudonyms: memoryPseudonyms(),
    ledger: memoryLedger(),
    contactLog: memoryContactLog(),
    campaigns,
    agents: memoryAgentBoard(),
    agentLook: memoryAgentLook(),
    throttle: memoryCallThrottle({ callsPerSecond, burst }),
    telephony,
    contacts: telephony,
    dialQueue: memoryDialQueue(options.onDialOrder),
    tickQueue: memoryTickQueue(options.onTick),
    sms: memorySender('sms', options.onSent, { kept }),
    email: memorySender('email', options.onSent, { kept }),
    files,
    uploads: files,
    importReports: files,
    savedMappings: mappings,
    mappingSaving: mappings,
    links: memoryConnectLinks(),
    surveyQueue: memorySurveyQueue(options.onSurvey),
    smsQueue: memoryMessageQueue('sms', options.onMessage),
    emailQueue: memoryEmailQueue(options.onMessage, options.onNotice),
    olderOrders: memoryOlderOrders(),
    lines,
    secrets: memorySecrets(options.secrets),
    services: memoryServices(options.services),
    numberChecks: memoryNumberChecks(),
    tokens: memoryServiceTokens(),
    slots: memoryCallSlots(),
    recordings,
    voicemails: recordings,
    mails: memoryMails(),
    phones: memoryPhones(),
    agentHolds: memoryAgentHolds(options.onHold),
    routing: options.routing ?? memoryRouting(),
    webhooks: memoryWebhookStore(),
    webhookQueue: memoryWebhookQueue(options.onWake),
    receivers: memoryReceivers({ kept }),
    signingSecrets,
    secretRotation: signingSecrets,
    filters: memoryFilterStore(),
    jobs: memoryJobStore(),
    reports: memoryReportStore(records, reports),
    copyQueue: memoryCopyQueue(options.onCopy),
    importQueue: memoryImportQueue(options.onImport),
    watchers,
    admissions: watchers,
    announcer: memoryAnnouncer(),
  };
}
