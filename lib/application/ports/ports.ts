// How use cases reach the world: one interface per business need, in domain terms. lib/aws
// implements them with the AWS SDK, lib/simulation in memory; test/contracts holds both to the same
// promises.

import type { AgentBoard } from './agent-board.ts';
import type { Audit, AuditTrail } from './audit.ts';
import type { CallSlots } from './call-slots.ts';
import type { CallThrottle } from './call-throttle.ts';
import type { CampaignStore } from './campaign-store.ts';
import type { Clock } from './clock.ts';
import type { ConnectLinks } from './connect-links.ts';
import type { ContactFiles, ImportReports, Uploads } from './contact-files.ts';
import type { ContactLog } from './contact-log.ts';
import type { ContactReader } from './contact-reader.ts';
import type { DefinitionsSource } from './definitions-source.ts';
import type { DialQueue } from './dial-queue.ts';
import type { GivenAnswers } from './given-answers.ts';
import type { Ids } from './ids.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import type { EmailQueue, MessageQueue } from './message-queue.ts';
import type { EmailSender, SmsSender } from './message-sender.ts';
import type { OlderOrders } from './older-orders.ts';
import type { Phones } from './phones.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import type { Receivers } from './receivers.ts';
import type { RecordList } from './record-list.ts';
import type { RecordStore } from './record-store.ts';
import type { Recordings } from './recordings.ts';
import type { Routing } from './routing.ts';
import type { Secrets } from './secrets.ts';
import type { SendingLines } from './sending-lines.ts';
import type { ServiceTokens } from './service-tokens.ts';
import type { Services } from './services.ts';
import type { SecretRotation, SigningSecrets } from './signing-secrets.ts';
import type { SurveyQueue } from './survey-queue.ts';
import type { Telephony } from './telephony.ts';
import type { TickQueue } from './tick-queue.ts';
import type { Voicemails } from './voicemails.ts';
import type { WebhookQueue } from './webhook-queue.ts';
import type { WebhookStore } from './webhook-store.ts';

/** Every port by name; a use case takes the ones it needs: Pick<Ports, 'records' | 'clock'>. */
export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly definitions: DefinitionsSource;
  readonly records: RecordStore;
  readonly recordList: RecordList;
  readonly audit: Audit;
  readonly auditTrail: AuditTrail;
  readonly givenAnswers: GivenAnswers;
  readonly pseudonyms: Pseudonyms;
  readonly ledger: Ledger;
  readonly contactLog: ContactLog;
  readonly journal: Journal;
  readonly campaigns: CampaignStore;
  readonly agents: AgentBoard;
  readonly throttle: CallThrottle;
  readonly telephony: Telephony;
  readonly contacts: ContactReader;
  readonly dialQueue: DialQueue;
  readonly tickQueue: TickQueue;
  readonly sms: SmsSender;
  readonly email: EmailSender;
  readonly smsQueue: MessageQueue;
  readonly emailQueue: EmailQueue;
  readonly olderOrders: OlderOrders;
  readonly lines: SendingLines;
  readonly files: ContactFiles;
  readonly uploads: Uploads;
  readonly importReports: ImportReports;
  readonly links: ConnectLinks;
  readonly surveyQueue: SurveyQueue;
  readonly secrets: Secrets;
  readonly services: Services;
  readonly tokens: ServiceTokens;
  readonly slots: CallSlots;
  readonly recordings: Recordings;
  readonly voicemails: Voicemails;
  readonly phones: Phones;
  readonly routing: Routing;
  readonly webhooks: WebhookStore;
  readonly webhookQueue: WebhookQueue;
  readonly receivers: Receivers;
  readonly signingSecrets: SigningSecrets;
  readonly secretRotation: SecretRotation;
}
