// The provider's word on a message. It also settles a message whose sender died before it heard the answer.
import { campaignId, messageId, recordId } from '../../lib/domain/ids.ts';
import type { MessageMove } from '../../lib/domain/message-changes.ts';
import { move } from '../../lib/domain/sending.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { TaskInput, UseCase } from '../../lib/domain/tasks.ts';

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
