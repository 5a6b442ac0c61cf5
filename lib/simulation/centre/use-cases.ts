// The use cases by their name in the catalogue: what runs as a Lambda function on AWS runs here as
// a function.
import { apiAgent } from '../../api/api-agent.ts';
import { apiLive } from '../../api/api-live.ts';
import { apiRead } from '../../api/api-read.ts';
import { apiWrite } from '../../api/api-write.ts';
import { agentEvents } from '../../application/agents/agent-events.ts';
import { switchCampaign } from '../../application/campaigns/switch-campaign.ts';
import { classifyRecord } from '../../application/classification/classify-record.ts';
import { linkConnect } from '../../application/deployment/link-connect.ts';
import { callRecord } from '../../application/dialing/call-record.ts';
import { dialerTick } from '../../application/dialing/dialer-tick.ts';
import { placeCall } from '../../application/dialing/place-call.ts';
import { copyRecords } from '../../application/imports/copy-records.ts';
import { importContacts } from '../../application/imports/import-contacts.ts';
import { answerCall } from '../../application/inbound/answer-call.ts';
import { authoriseCaller } from '../../application/inbound/authorise-caller.ts';
import { callApi } from '../../application/inbound/call-api.ts';
import { deliverVoicemail } from '../../application/inbound/deliver-voicemail.ts';
import { extendWrapUpTime } from '../../application/inbound/extend-wrap-up.ts';
import { findExtension } from '../../application/inbound/find-extension.ts';
import { keepSurveyAnswer } from '../../application/inbound/keep-survey-answer.ts';
import { markForwarding } from '../../application/inbound/mark-forwarding.ts';
import { markVoicemail } from '../../application/inbound/mark-voicemail.ts';
import { placeSurveyCall } from '../../application/inbound/place-survey-call.ts';
import { raisePriority } from '../../application/inbound/raise-priority.ts';
import { routeCall } from '../../application/inbound/route-call.ts';
import { scheduleCallback } from '../../application/inbound/schedule-callback.ts';
import { takeSlot } from '../../application/inbound/take-slot.ts';
import { changeLedger } from '../../application/ledger/change-ledger.ts';
import { pushChanges } from '../../application/live/push-changes.ts';
import { messageEvents } from '../../application/messaging/message-events.ts';
import { sendEmail } from '../../application/messaging/send-email.ts';
import { sendSms } from '../../application/messaging/send-sms.ts';
import type { Ports } from '../../application/ports/ports.ts';
import { changeDefault } from '../../application/records/change-default.ts';
import { updateRecords } from '../../application/records/update-records.ts';
import { beginRule } from '../../application/rules/begin-rule.ts';
import { callsAndRules } from '../../application/rules/calls-and-rules.ts';
import { sweeper } from '../../application/sweeping/sweeper.ts';
import type { TaskName, UseCase } from '../../application/tasks/tasks.ts';
import { answerText } from '../../application/texting/answer-text.ts';
import { orderTexts } from '../../application/texting/order-texts.ts';
import { receiveEmail } from '../../application/texting/receive-email.ts';
import { receiveSms } from '../../application/texting/receive-sms.ts';
import { publishJournal } from '../../application/timeline/publish-journal.ts';
import { changeWebhook } from '../../application/webhooks/change-webhook.ts';
import { deliverWebhook } from '../../application/webhooks/deliver-webhook.ts';

export const USE_CASES: { readonly [T in TaskName]: UseCase<T, Ports> } = {
  'agent-events': agentEvents,
  'api-agent': apiAgent,
  'api-live': apiLive,
  'api-read': apiRead,
  'api-write': apiWrite,
  'begin-rule': beginRule,
  'call-record': callRecord,
  'classify-record': classifyRecord,
  'contact-events': callsAndRules,
  'copy-records': copyRecords,
  'dialer-tick': dialerTick,
  'import-contacts': importContacts,
  'link-connect': linkConnect,
  'message-events': messageEvents,
  'place-call': placeCall,
  'push-changes': pushChanges,
  'publish-journal': publishJournal,
  'send-email': sendEmail,
  'send-sms': sendSms,
  sweeper,
  'switch-campaign': switchCampaign,
  'update-records': updateRecords,
  'change-default': changeDefault,
  'change-ledger': changeLedger,
  'answer-call': answerCall,
  'answer-text': answerText,
  'order-texts': orderTexts,
  'receive-email': receiveEmail,
  'receive-sms': receiveSms,
  'authorise-caller': authoriseCaller,
  'call-api': callApi,
  'find-extension': findExtension,
  'take-slot': takeSlot,
  'raise-priority': raisePriority,
  'route-call': routeCall,
  'schedule-callback': scheduleCallback,
  'mark-voicemail': markVoicemail,
  'mark-forwarding': markForwarding,
  'keep-survey-answer': keepSurveyAnswer,
  'place-survey-call': placeSurveyCall,
  'extend-wrap-up': extendWrapUpTime,
  'deliver-voicemail': deliverVoicemail,
  'deliver-webhook': deliverWebhook,
  'change-webhook': changeWebhook,
};
