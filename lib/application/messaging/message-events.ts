// The provider's word on a message. It also settles a message whose sender died before it heard the
// answer.

import type { MessageMove } from '../../domain/messaging/message-changes.ts';
import { campaignId, messageId, recordId } from '../../domain/model/ids.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { move } from './sending.ts';

export const messageEvents: UseCase<'message-events', PortsOf<'message-events'>> = async (
  input,
  ports,
) => {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const moved = await move(ref, messageId(input.message), moveOf(input), ports);
  return { outcome: moved === undefined ? 'nothing new' : moved.state };
};

function moveOf({ outcome, providerId, reason }: TaskInput<'message-events'>): MessageMove {
  const id = providerId === undefined ? {} : { providerId };
  switch (outcome) {
    case 'accepted':
      return { to: 'sent', ...id };
    case 'delivered':
      return { to: 'delivered', ...id };
    case 'failed':
      return { to: 'failed', reason: reason ?? 'the provider gave no reason', ...id };
  }
}
