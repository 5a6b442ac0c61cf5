// One e-mail (CBR-11); how, and why never twice, is explained in
// lib/application/messaging/sending.ts.

import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { sendMessage } from './sending.ts';

export const sendEmail: UseCase<'send-email', PortsOf<'send-email'>> = (input, ports) =>
  sendMessage(input, { sender: ports.email, queue: ports.emailQueue }, ports);
