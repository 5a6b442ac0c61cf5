// One e-mail, of a record (CBR-11) or to a supervisor (MON-6); how, and why never twice, is
// explained in lib/application/messaging/sending.ts.

import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { sendNotice } from './send-notice.ts';
import { sendMessage } from './sending.ts';

export const sendEmail: UseCase<'send-email', PortsOf<'send-email'>> = (input, ports) =>
  'record' in input
    ? sendMessage(input, { sender: ports.email, queue: ports.emailQueue }, ports)
    : sendNotice(input, ports);
