// One text message (CBR-12); how, and why never twice, is explained in
// lib/application/messaging/sending.ts.

import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { sendMessage } from './sending.ts';

export const sendSms: UseCase<'send-sms', PortsOf<'send-sms'>> = (input, ports) =>
  sendMessage(input, { sender: ports.sms, queue: ports.smsQueue }, ports);
