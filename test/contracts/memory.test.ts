// The ports in memory keep the promises of every port.

import { contactId } from '../../lib/domain/model/ids.ts';
import { localDate } from '../../lib/domain/model/time-zone.ts';
import { networkTelephony } from '../../lib/simulation/centre/network-telephony.ts';
import { memoryAgentBoard } from '../../lib/simulation/memory/agent-board.ts';
import { memoryAgentHolds } from '../../lib/simulation/memory/agent-holds.ts';
import { memoryAgentLook } from '../../lib/simulation/memory/agent-look.ts';
import { memoryAnnouncer } from '../../lib/simulation/memory/announcer.ts';
import { memoryAudit } from '../../lib/simulation/memory/audit.ts';
import { memoryCallSlots } from '../../lib/simulation/memory/call-slots.ts';
import { memoryCallThrottle } from '../../lib/simulation/memory/call-throttle.ts';
import { memoryCallerRates } from '../../lib/simulation/memory/caller-rates.ts';
import { memoryCampaignStore } from '../../lib/simulation/memory/campaign-store.ts';
import { memoryClock } from '../../lib/simulation/memory/clock.ts';
import { memoryConnectLinks } from '../../lib/simulation/memory/connect-links.ts';
import { memoryContactFiles } from '../../lib/simulation/memory/contact-files.ts';
import { memoryContactLog } from '../../lib/simulation/memory/contact-log.ts';
import { memoryDefinitions } from '../../lib/simulation/memory/definitions-source.ts';
import { memoryFilterStore } from '../../lib/simulation/memory/filter-store.ts';
import { memoryGivenAnswers } from '../../lib/simulation/memory/given-answers.ts';
import { memoryIds } from '../../lib/simulation/memory/ids.ts';
import { memoryJobStore } from '../../lib/simulation/memory/job-store.ts';
import { memoryJournal } from '../../lib/simulation/memory/journal.ts';
import { memoryLedger } from '../../lib/simulation/memory/ledger.ts';
import { memoryMails } from '../../lib/simulation/memory/mails.ts';
import { memoryNumberChecks } from '../../lib/simulation/memory/number-checks.ts';
import { memoryOlderOrders } from '../../lib/simulation/memory/older-orders.ts';
import { memoryPhones } from '../../lib/simulation/memory/phones.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import type { KeptMessages } from '../../lib/simulation/memory/queues.ts';
import {
  memoryCopyQueue,
  memoryDialQueue,
  memoryEmailQueue,
  memoryImportQueue,
  memoryMessageQueue,
  memorySurveyQueue,
  memoryTickQueue,
  memoryWebhookQueue,
} from '../../lib/simulation/memory/queues.ts';
import { memoryReceivers } from '../../lib/simulation/memory/receivers.ts';
import { memoryRecordList } from '../../lib/simulation/memory/record-list.ts';
import { memoryRecordStore } from '../../lib/simulation/memory/record-store.ts';
import { memoryRecordings } from '../../lib/simulation/memory/recordings.ts';
import { MemoryReports, memoryReportStore } from '../../lib/simulation/memory/report-store.ts';
import { memoryRouting } from '../../lib/simulation/memory/routing.ts';
import { memorySavedMappings } from '../../lib/simulation/memory/saved-mappings.ts';
import { memorySecrets } from '../../lib/simulation/memory/secrets.ts';
import { memorySender } from '../../lib/simulation/memory/senders.ts';
import { memorySendingLines } from '../../lib/simulation/memory/sending-lines.ts';
import { memoryServiceTokens } from '../../lib/simulation/memory/service-tokens.ts';
import { memoryServices } from '../../lib/simulation/memory/services.ts';
import { memorySigningSecrets } from '../../lib/simulation/memory/signing-secrets.ts';
import type { MemoryTelephony } from '../../lib/simulation/memory/telephony.ts';
import { memoryTelephony } from '../../lib/simulation/memory/telephony.ts';
import { memoryWatchers } from '../../lib/simulation/memory/watchers.ts';
import { memoryWebhookStore } from '../../lib/simulation/memory/webhook-store.ts';
import { VirtualClock } from '../../lib/simulation/virtual-clock.ts';
import { NOW } from '../support/records.ts';
import { aPhoneNetwork } from '../unit/simulation/phone-network/a-phone-network.ts';
import { agentBoardContract } from './agent-board.ts';
import { agentHoldsContract } from './agent-holds.ts';
import { agentLookContract } from './agent-look.ts';
import { announcerContract } from './announcer.ts';
import { auditContract } from './audit.ts';
import { callSlotsContract } from './call-slots.ts';
import { callThrottleContract } from './call-throttle.ts';
import { callerRatesContract } from './caller-rates.ts';
import { campaignStoreContract } from './campaign-store.ts';
import { clockContract } from './clock.ts';
import { connectLinksContract } from './connect-links.ts';
import { contactFilesContract } from './contact-files.ts';
import { contactLogContract } from './contact-log.ts';
import { copyQueueContract } from './copy-queue.ts';
import { definitionsSourceContract } from './definitions-source.ts';
import { filterStoreContract } from './filter-store.ts';
import { givenAnswersContract } from './given-answers.ts';
import { idsContract } from './ids.ts';
import { importQueueContract } from './import-queue.ts';
import { jobStoreContract } from './job-store.ts';
import { ledgerContract } from './ledger.ts';
import { mailsContract } from './mails.ts';
import { emailQueueContract, messageQueueContract } from './message-queue.ts';
import { messageSenderContract } from './message-sender.ts';
import { numberChecksContract } from './number-checks.ts';
import { olderOrdersContract } from './older-orders.ts';
import { phonesContract } from './phones.ts';
import { pseudonymsContract } from './pseudonyms.ts';
import { receiversContract } from './receivers.ts';
import { recordListContract } from './record-list.ts';
import { LOOKED_UP, recordStoreContract } from './record-store.ts';
import { recordStoreOrders } from './record-store-orders.ts';
import { recordingsContract } from './recordings.ts';
import { reportStoreContract } from './report-store.ts';
import { routingContract } from './routing.ts';
import { savedMappingsContract } from './saved-mappings.ts';
import { secretsContract } from './secrets.ts';
import { sendingLinesContract } from './sending-lines.ts';
import { serviceTokensContract } from './service-tokens.ts';
import { servicesContract } from './services.ts';
import { signingSecretsContract } from './signing-secrets.ts';
import { surveyQueueContract } from './survey-queue.ts';
import { telephonyContract } from './telephony.ts';
import { watchersContract } from './watchers.ts';
import { webhookQueueContract } from './webhook-queue.ts';
import { webhookStoreContract } from './webhook-store.ts';
import { dialQueueContract, tickQueueContract } from './work-queues.ts';

recordStoreContract('in memory', async () => {
  const journal = memoryJournal();
  return { records: memoryRecordStore(journal, { lookUpFields: () => LOOKED_UP }), journal };
});
recordStoreOrders('in memory', async () => {
  const journal = memoryJournal();
  const campaigns = memoryCampaignStore(journal);
  return { records: memoryRecordStore(journal, { campaigns }), campaigns, journal };
});
campaignStoreContract('in memory', async () => {
  const journal = memoryJournal();
  return { campaigns: memoryCampaignStore(journal), journal };
});
agentBoardContract('in memory', async () => memoryAgentBoard());
agentLookContract('in memory', async (seen) => memoryAgentLook(seen && (() => seen)));
callThrottleContract('in memory', async (rate) => memoryCallThrottle(rate));
let received = 0;
telephonyContract(
  'noting only',
  async () => memoryTelephony(),
  (telephony, call, way) => {
    const contact = contactId(`in-${++received}`);
    (telephony as MemoryTelephony).receive(contact, call, way);
    return contact;
  },
);
telephonyContract('the simulated network', async () => networkTelephony(aPhoneNetwork().network));
contactFilesContract('in memory', async () => {
  const files = memoryContactFiles();
  return { files, put: async (key, content) => files.put(key, content) };
});
clockContract('in memory', async () => memoryClock(new VirtualClock(NOW)));
idsContract('in memory', async (now) => memoryIds({ now }));
connectLinksContract('in memory', async () => {
  const links = memoryConnectLinks();
  const last = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);
  return {
    links,
    flowOf: (number) => links.flows.get(number)?.split('/').at(-1),
    quickConnectsOf: (queue) => [...(links.quickConnects.get(queue) ?? [])].map(last),
  };
});
agentHoldsContract('in memory', async () => {
  const holds = memoryAgentHolds();
  return { holds, isHeld: (arn) => holds.isHeld(arn) };
});

phonesContract('in memory', async (given) => {
  const phones = memoryPhones();
  for (const [arn, phone] of Object.entries(given)) phones.give(arn, phone);
  return { phones, phoneOf: (arn) => phones.of(arn) };
});
routingContract('in memory', async (over) => {
  const routing = memoryRouting();
  for (const contact of over) routing.end(contactId(contact));
  return { routing, levelOf: (contact) => routing.levelOf(contactId(contact)) };
});
ledgerContract('in memory', async () => memoryLedger());
contactLogContract('in memory', async () => memoryContactLog());
callSlotsContract('in memory', async () => memoryCallSlots());
recordListContract('in memory', async () => {
  const records = memoryRecordStore(memoryJournal());
  return { records, list: memoryRecordList(records) };
});
auditContract('in memory', async () => {
  const audit = memoryAudit();
  return { audit, trail: audit };
});
callerRatesContract('in memory', async () => memoryCallerRates());
givenAnswersContract('in memory', async () => memoryGivenAnswers());

numberChecksContract('in memory', async () => memoryNumberChecks());
savedMappingsContract('in memory', async () => memorySavedMappings());
serviceTokensContract('in memory', async () => memoryServiceTokens());
pseudonymsContract('in memory', async (...keys) => memoryPseudonyms(...keys));
secretsContract('in memory', async (values) => memorySecrets(values));
webhookStoreContract('in memory', async () => memoryWebhookStore());
reportStoreContract('in memory', async () => {
  const reports = new MemoryReports((at) => localDate(at, 'Europe/Warsaw'));
  const records = memoryRecordStore(memoryJournal(), { reports });
  return { records, reports: memoryReportStore(records, reports) };
});
watchersContract('in memory', async () => memoryWatchers());
announcerContract('in memory', async () => {
  const announcer = memoryAnnouncer();
  announcer.lose('c-2');
  const heard = () => announcer.told.map(({ text }) => text);
  return { announcer, here: 'c-1', gone: 'c-2', heard };
});
filterStoreContract('in memory', async () => memoryFilterStore());
jobStoreContract('in memory', async () => memoryJobStore());
copyQueueContract('in memory', async () => {
  const queue = memoryCopyQueue();
  return { queue, sent: () => queue.sent };
});
importQueueContract('in memory', async () => {
  const queue = memoryImportQueue();
  return { queue, sent: () => queue.sent };
});
webhookQueueContract('in memory', async () => {
  const queue = memoryWebhookQueue();
  return { queue, sent: () => queue.sent };
});
receiversContract('in memory', async (played) => {
  const receivers = memoryReceivers();
  receivers.answerWith(played);
  return receivers;
});
signingSecretsContract('in memory', async (now) => {
  const secrets = memorySigningSecrets({ now });
  return { read: secrets, rotation: secrets };
});
servicesContract('in memory', async (played) => memoryServices(played));
recordingsContract('in memory', async () => {
  const recordings = memoryRecordings();
  return {
    recordings,
    voicemails: recordings,
    put: async (_contact, key, wav, begunAt) => recordings.put(key, wav, begunAt),
  };
});
mailsContract('in memory', async () => {
  const mails = memoryMails();
  return { mails, put: async (key, raw) => mails.put(key, raw) };
});
messageQueueContract('in memory', async () => {
  const queue = memoryMessageQueue('sms');
  const sent = () =>
    queue.sent.map(({ body: { ref, message }, delay }) => ({ order: { ref, message }, delay }));
  return { queue, sent };
});
emailQueueContract('in memory', async () => {
  const queue = memoryEmailQueue();
  return { queue, sent: () => queue.notices.map(({ body: order, delay }) => ({ order, delay })) };
});
olderOrdersContract('in memory', async (messages) =>
  memoryOlderOrders([{ messages: messages.slice(0, 2), next: 2 }, { messages: messages.slice(2) }]),
);
sendingLinesContract('in memory', async () => memorySendingLines());
surveyQueueContract('in memory', async () => {
  const queue = memorySurveyQueue();
  return { queue, taken: () => queue.sent.map(({ body: order, delay }) => ({ order, delay })) };
});
dialQueueContract('in memory', async () => {
  const queue = memoryDialQueue();
  return { queue, arrivedBy: async (seconds) => handedOut(queue, seconds) };
});
tickQueueContract('in memory', async () => {
  const queue = memoryTickQueue();
  return { queue, arrivedBy: async (seconds) => handedOut(queue, seconds) };
});
for (const kind of ['sms', 'email'] as const) {
  messageSenderContract('in memory', kind, async () => {
    const sender = memorySender(kind);
    return {
      sender,
      sent: () => sender.sent.map(({ content: { to, text } }) => ({ to, text })),
      unwanted(message) {
        sender.refuse(message.content.to, 'opted out');
        return message;
      },
    };
  });
}
definitionsSourceContract('in memory', async (definitions, attachments, scenarios, prices) =>
  memoryDefinitions(definitions, attachments, scenarios, prices),
);

function handedOut<T>({ sent }: KeptMessages<T>, seconds: number): readonly T[] {
  return sent.filter(({ delay }) => delay <= seconds).map(({ body }) => body);
}
