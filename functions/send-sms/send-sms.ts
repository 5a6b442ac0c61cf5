// One text message (CBR-12); how, and why never twice, is told in lib/domain/sending.ts.
import { sendMessage } from '../../lib/domain/sending.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { UseCase } from '../../lib/domain/tasks.ts';

export const sendSms: UseCase<'send-sms', PortsOf<'send-sms'>> = (input, ports) =>
  sendMessage(input, ports.sms, ports);
