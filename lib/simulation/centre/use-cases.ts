// The use cases by their name in the catalogue: what runs as a Lambda function on AWS runs here as a function.
import { agentEvents } from '../../../functions/agent-events/agent-events.ts';
import { answerCall } from '../../../functions/answer-call/answer-call.ts';
import { authoriseCaller } from '../../../functions/authorise-caller/authorise-caller.ts';
import { beginRule } from '../../../functions/begin-rule/begin-rule.ts';
import { callApi } from '../../../functions/call-api/call-api.ts';
import { callRecord } from '../../../functions/call-record/call-record.ts';
import { classifyRecord } from '../../../functions/classify-record/classify-record.ts';
import { commitRule } from '../../../functions/commit-rule/commit-rule.ts';
import { contactEvents } from '../../../functions/contact-events/contact-events.ts';
import { deliverVoicemail } from '../../../functions/deliver-voicemail/deliver-voicemail.ts';
import { dialerTick } from '../../../functions/dialer-tick/dialer-tick.ts';
import { extendWrapUpTime } from '../../../functions/extend-wrap-up/extend-wrap-up.ts';
import { findExtension } from '../../../functions/find-extension/find-extension.ts';
import { importContacts } from '../../../functions/import-contacts/import-contacts.ts';
import { keepSurveyAnswer } from '../../../functions/keep-survey-answer/keep-survey-answer.ts';
import { linkConnect } from '../../../functions/link-connect/link-connect.ts';
import { markForwarding } from '../../../functions/mark-forwarding/mark-forwarding.ts';
import { markVoicemail } from '../../../functions/mark-voicemail/mark-voicemail.ts';
import { messageEvents } from '../../../functions/message-events/message-events.ts';
import { placeCall } from '../../../functions/place-call/place-call.ts';
import { placeSurveyCall } from '../../../functions/place-survey-call/place-survey-call.ts';
import { publishJournal } from '../../../functions/publish-journal/publish-journal.ts';
import { raisePriority } from '../../../functions/raise-priority/raise-priority.ts';
import { routeCall } from '../../../functions/route-call/route-call.ts';
import { scheduleCallback } from '../../../functions/schedule-callback/schedule-callback.ts';
import { sendEmail } from '../../../functions/send-email/send-email.ts';
import { sendSms } from '../../../functions/send-sms/send-sms.ts';
import { sweeper } from '../../../functions/sweeper/sweeper.ts';
import { switchCampaign } from '../../../functions/switch-campaign/switch-campaign.ts';
import { takeSlot } from '../../../functions/take-slot/take-slot.ts';
import { tickFanout } from '../../../functions/tick-fanout/tick-fanout.ts';
import type { Ports } from '../../domain/ports.ts';
import type { TaskName, UseCase } from '../../domain/tasks.ts';

export const USE_CASES: { readonly [T in TaskName]: UseCase<T, Ports> } = {
  'agent-events': agentEvents,
  'begin-rule': beginRule,
  'call-record': callRecord,
  'classify-record': classifyRecord,
  'commit-rule': commitRule,
  'contact-events': contactEvents,
  'dialer-tick': dialerTick,
  'import-contacts': importContacts,
  'link-connect': linkConnect,
  'message-events': messageEvents,
  'place-call': placeCall,
  'publish-journal': publishJournal,
  'send-email': sendEmail,
  'send-sms': sendSms,
  sweeper,
  'switch-campaign': switchCampaign,
  'answer-call': answerCall,
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
  'tick-fanout': tickFanout,
};
