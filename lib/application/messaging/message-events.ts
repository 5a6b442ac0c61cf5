// The provider's word on a message. It also settles a message whose sender died before it heard the
// answer.

import type { NoticeMove } from '../../domain/campaigns/notices.ts';
import type { MessageMove } from '../../domain/messaging/message-changes.ts';
import { campaignId, messageId, recordId } from '../../domain/model/ids.ts';
import type { Ports } from '../ports/ports.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { settleNotice } from './send-notice.ts';
import { move } from './sending.ts';
import { keepUndeliverable } from './undeliverable.ts';

type Told = Pick<TaskInput<'message-events'>, 'outcome' | 'providerId' | 'reason'>;

const NOTHING_NEW = 'nothing new';
const NO_REASON = 'the provider gave no reason';

export const messageEvents: UseCase<'message-events', PortsOf<'message-events'>> = async (
  input,
  ports,
) => {
  if (!('record' in input)) {
    const wanted = noticeMove(input);
    return { outcome: (await settleNotice(input, wanted, ports)) ? wanted.to : NOTHING_NEW };
  }
  return tellMessage(input, ports);
};

export async function tellMessage(
  input: Extract<TaskInput<'message-events'>, { readonly record: string }>,
  ports: Pick<Ports, 'clock' | 'records' | 'ledger'>,
): Promise<{ outcome: string }> {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const { undeliverable: addresses } = input;
  if (addresses !== undefined) {
    const because = input.outcome === 'complained' ? 'complained' : 'bounced';
    await keepUndeliverable(ref, input.message, { because, addresses }, ports);
  }
  if (input.outcome === 'complained') return { outcome: 'blacklisted' };
  const moved = await move(
    ref,
    messageId(input.message),
    moveOf({ ...input, outcome: input.outcome }),
    ports,
  );
  return { outcome: moved === undefined ? NOTHING_NEW : moved.state };
}

const noticeMove = ({ outcome, reason = NO_REASON }: Told): NoticeMove =>
  outcome === 'failed' ? { to: 'failed', reason } : { to: 'sent' };

function moveOf({
  outcome,
  providerId,
  reason = NO_REASON,
}: Told & { readonly outcome: Exclude<Told['outcome'], 'complained'> }): MessageMove {
  const id = providerId === undefined ? {} : { providerId };
  switch (outcome) {
    case 'accepted':
      return { to: 'sent', ...id };
    case 'delivered':
      return { to: 'delivered', ...id };
    case 'failed':
      return { to: 'failed', reason, ...id };
  }
}
