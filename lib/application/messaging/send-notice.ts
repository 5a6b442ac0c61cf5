// The e-mails about an alert (MON-6). The alert becomes one order for each supervisor, with the
// turn it has in the line of e-mails. An alert that comes twice orders them twice, and the second
// finds them asked for.

import {
  moveNotice,
  type NoticeMove,
  noticeOf,
  type PoolLow,
  supervisorsOf,
} from '../../domain/campaigns/notices.ts';
import { emailLine } from '../../domain/messaging/sending-pace.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { instant } from '../../domain/model/instant.ts';
import type { Notice } from '../../domain/model/message.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { LONGEST_DELAY } from './sending.ts';

type Needs = PortsOf<'send-email'>;
type NoticeInput = Exclude<TaskInput<'send-email'>, { record: string }>;

interface NoticeRef {
  readonly campaign: string;
  readonly at: string;
  readonly supervisor: string;
}

export async function sendNotice(input: NoticeInput, ports: Needs): Promise<{ outcome: string }> {
  const alert = { ...input, campaign: campaignId(input.campaign) };
  const { supervisor, turn } = input;
  if (supervisor === undefined) return orderFor(alert, ports);
  const now = ports.clock.now();
  if (turn !== undefined && turn > now) {
    await order(alert, supervisor, turn, ports);
    return { outcome: 'waits for its turn' };
  }
  const notice = noticeOf(ports.definitions.definitions(), alert, supervisor);
  if (notice === undefined) return { outcome: 'nobody to be told any more' };
  return send(notice, ports);
}

async function orderFor(alert: PoolLow, ports: Needs): Promise<{ outcome: string }> {
  const definitions = ports.definitions.definitions();
  const supervisors = supervisorsOf(definitions, alert.campaign);
  const line = emailLine(definitions.centre);
  for (const supervisor of supervisors) {
    const turn = await ports.lines.turn(line, 1, ports.clock.now());
    await order(alert, supervisor, turn, ports);
  }
  return { outcome: `ordered for ${supervisors.length}` };
}

function order(
  { campaign, at, left, limit }: PoolLow,
  supervisor: string,
  turn: number,
  { emailQueue, clock }: Needs,
): Promise<void> {
  const delay = Math.min(LONGEST_DELAY, Math.max(0, Math.ceil((turn - clock.now()) / 1000)));
  const notice = { campaign, at, left, limit, supervisor, turn: instant(turn) };
  return emailQueue.send(notice, delay);
}

async function send(notice: Notice, ports: Needs): Promise<{ outcome: string }> {
  const taken = await settleNotice(notice, { to: 'sending' }, ports);
  if (!taken) return { outcome: 'not to be sent: asked for before, or overtaken by a later alert' };
  const sent = await ask(notice, ports);
  const { kind } = sent;
  await settleNotice(
    notice,
    kind === 'accepted' ? { to: 'sent' } : { to: 'failed', reason: sent.reason },
    ports,
  );
  return { outcome: kind };
}

/** Only what was not sent for certain may be sent again. */
async function ask(notice: Notice, ports: Needs) {
  try {
    return await ports.email.send(notice);
  } catch (error) {
    if (error instanceof Fault && error.name === 'MessagingUnavailable') {
      await settleNotice(notice, { to: 'put-back' }, ports);
    }
    throw error;
  }
}

/** Whether the e-mail was where the move starts. */
export function settleNotice(
  ref: NoticeRef,
  wanted: NoticeMove,
  { campaigns, clock }: Pick<Ports, 'campaigns' | 'clock'>,
): Promise<boolean> {
  const id = campaignId(ref.campaign);
  return untilCommitted(`campaign ${id}`, async () => {
    const before = await campaigns.load(id);
    const change = moveNotice(before, ref, wanted, clock.now());
    if (change === undefined) return false;
    const committed = await campaigns.commit(before, change.after, change.entries);
    return committed === 'committed' ? true : 'conflict';
  });
}
