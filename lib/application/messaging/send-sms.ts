// One text message (CBR-12), and its provider's word, which the function that has sent it needs not
// read for; how, and why never twice, is explained in lib/application/messaging/sending.ts.

import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { tellMessage } from './message-events.ts';
import { sendMessage } from './sending.ts';

export const sendSms: UseCase<'send-sms', PortsOf<'send-sms'>> = (input, ports) =>
  'outcome' in input
    ? tellMessage(input, ports)
    : sendMessage(input, { sender: ports.sms, queue: ports.smsQueue }, ports);
