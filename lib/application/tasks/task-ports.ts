// Which ports each task reaches the world through, and what a port needs of AWS. Pure data with three readers: an
// index.ts does not compile unless it wires exactly these ports, infra grants and sets exactly these permissions and
// variables, and the local cloud refuses the rest. So a role never holds a right its use case cannot use.
import type { Ports } from '../ports/ports.ts';
import type { TaskName } from './tasks.ts';

export type PortName = keyof Ports;

export const TASK_NEEDS = {
  'tick-fanout': ['clock', 'definitions', 'records', 'campaigns', 'agents', 'tickQueue'],
  'dialer-tick': ['clock', 'ids', 'definitions', 'records', 'campaigns', 'agents', 'dialQueue'],
  'place-call': [
    'clock',
    'definitions',
    'records',
    'campaigns',
    'agents',
    'throttle',
    'telephony',
    'dialQueue',
  ],
  'contact-events': ['clock', 'definitions', 'records', 'telephony', 'slots', 'surveyQueue'],
  'agent-events': ['definitions', 'campaigns', 'agents', 'tickQueue', 'phones'],
  'begin-rule': ['clock', 'records'],
  'commit-rule': ['clock', 'definitions', 'records', 'journal', 'tickQueue', 'voicemails'],
  sweeper: [
    'clock',
    'definitions',
    'records',
    'journal',
    'telephony',
    'slots',
    'surveyQueue',
    'voicemails',
  ],
  'send-sms': ['clock', 'definitions', 'records', 'sms'],
  'send-email': ['clock', 'definitions', 'records', 'email'],
  'message-events': ['clock', 'records'],
  'publish-journal': [],
  'classify-record': ['clock', 'definitions', 'records', 'telephony', 'slots', 'surveyQueue'],
  'call-record': [
    'clock',
    'definitions',
    'records',
    'campaigns',
    'agents',
    'throttle',
    'telephony',
    'dialQueue',
  ],
  'switch-campaign': ['clock', 'definitions', 'campaigns', 'tickQueue'],
  'import-contacts': ['clock', 'definitions', 'records', 'campaigns', 'files'],
  'link-connect': ['links'],
  'answer-call': ['clock', 'definitions', 'records', 'agents'],
  'authorise-caller': ['clock', 'definitions', 'records', 'agents', 'secrets', 'services'],
  'call-api': ['clock', 'definitions', 'secrets', 'services', 'tokens'],
  'find-extension': ['definitions', 'agents'],
  'take-slot': ['clock', 'definitions', 'slots'],
  'route-call': ['clock', 'definitions', 'records', 'agents'],
  'raise-priority': ['clock', 'definitions', 'records', 'routing'],
  'schedule-callback': ['clock', 'definitions', 'records'],
  'mark-voicemail': ['clock', 'definitions', 'records'],
  'mark-forwarding': ['clock', 'definitions', 'records'],
  'deliver-voicemail': ['clock', 'definitions', 'records', 'recordings', 'voicemails'],
  'keep-survey-answer': ['clock', 'definitions', 'records'],
  'place-survey-call': ['clock', 'definitions', 'records', 'throttle', 'telephony'],
  'extend-wrap-up': ['clock', 'definitions', 'records'],
} as const satisfies Record<TaskName, readonly PortName[]>;

/** The ports of one task. */
export type PortsOf<T extends TaskName> = Pick<Ports, (typeof TASK_NEEDS)[T][number]>;
