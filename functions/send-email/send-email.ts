// One e-mail (CBR-11); how, and why never twice, is told in lib/domain/sending.ts.
import { sendMessage } from '../../lib/domain/sending.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { UseCase } from '../../lib/domain/tasks.ts';

export const sendEmail: UseCase<'send-email', PortsOf<'send-email'>> = (input, ports) =>
  sendMessage(input, ports.email, ports);
