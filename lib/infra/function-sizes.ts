// How big and how patient each function is. Memory buys CPU: 1,769 MB is one core, so what parses a lot gets more.
// There is no reserved concurrency: an account may have ten in all, and then a deployment that reserves
// some fails; event source mappings limit themselves instead.
import type { TaskName } from '../application/tasks/tasks.ts';

export interface FunctionSize {
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
}

export const FUNCTION_SIZES: Readonly<Record<TaskName, FunctionSize>> = {
  'tick-fanout': { memory: 256, timeout: 30 },
  'dialer-tick': { memory: 512, timeout: 20 },
  'place-call': { memory: 256, timeout: 20 },
  'contact-events': { memory: 256, timeout: 30 },
  'agent-events': { memory: 256, timeout: 30 },
  'begin-rule': { memory: 256, timeout: 15 },
  'commit-rule': { memory: 256, timeout: 20 },
  sweeper: { memory: 512, timeout: 55 },
  'send-sms': { memory: 256, timeout: 30 },
  'send-email': { memory: 512, timeout: 30 },
  'message-events': { memory: 256, timeout: 30 },
  'publish-journal': { memory: 256, timeout: 30 },
  'classify-record': { memory: 256, timeout: 20 },
  'call-record': { memory: 256, timeout: 20 },
  'switch-campaign': { memory: 256, timeout: 20 },
  // a file of half a million rows; the visibility timeout of its queue is six times this and at most 12 h
  'link-connect': { memory: 256, timeout: 60 },
  'import-contacts': { memory: 1024, timeout: 900 },
  // a caller listens to silence meanwhile, and Connect waits 8 s: a large share of a core for a quick start
  'answer-call': { memory: 1024, timeout: 7 },
  'authorise-caller': { memory: 1024, timeout: 7 },
  'call-api': { memory: 1024, timeout: 7 },
  'find-extension': { memory: 1024, timeout: 7 },
  'take-slot': { memory: 1024, timeout: 7 },
  'route-call': { memory: 1024, timeout: 7 },
  'schedule-callback': { memory: 1024, timeout: 7 },
  'mark-voicemail': { memory: 1024, timeout: 7 },
  'raise-priority': { memory: 1024, timeout: 7 },
  'mark-forwarding': { memory: 1024, timeout: 7 },
  'keep-survey-answer': { memory: 1024, timeout: 7 },
  // a recording of half an hour is 30 MB
  'deliver-voicemail': { memory: 512, timeout: 60 },
  'place-survey-call': { memory: 256, timeout: 20 },
  'extend-wrap-up': { memory: 256, timeout: 20 },
};
