// The board of agents. Nobody should wait for the next tick when an agent becomes free: the
// campaigns whose calls this agent takes tick at once, all of them in one, unless nothing is due.
// Before, the phone of who comes to work is set as the campaigns have it.
import { comesToWork, phoneSetting } from '../../domain/campaigns/handling.ts';
import { agentId } from '../../domain/model/ids.ts';
import { instant, plus } from '../../domain/model/instant.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { holdOrRelease } from './agent-hold.ts';
import { campaignToTick } from './campaign-to-tick.ts';

type Needs = PortsOf<'agent-events'>;

export const agentEvents: UseCase<'agent-events', Needs> = async (input, ports) => {
  const { news, formerly } = await ports.agents.put({
    agent: agentId(input.agent),
    arn: input.arn,
    group: input.group,
    activity: input.activity,
    since: instant(input.since),
    held: input.held,
    eventAt: instant(input.eventAt),
  });
  if (!news) return { outcome: 'older than what is known' };
  const phone = comesToWork(formerly, input.activity)
    ? await setPhone(input, formerly === 'break', ports)
    : '';
  const hold = await holdOrRelease({ ...input, agent: agentId(input.agent) }, ports);
  if (hold === 'held') return { outcome: 'held up: too many records are unhandled' };
  if (input.activity !== 'free') return { outcome: `noted${phone}` };
  const campaign = await campaignToTick(input.group, instant(input.eventAt), ports);
  if (campaign !== undefined) await ports.tickQueue.send(campaign, [0]);
  return { outcome: `free: ${campaign === undefined ? 'nothing to call' : 'a tick'}${phone}` };
};

const OUTCOMES = {
  set: '; phone set',
  unchanged: '',
  'no-desk-phone': '; the user has no desk phone number, so the phone stays as it is',
  'unknown-agent': '; Connect knows no such user',
} as const;

/**
 * Seconds for which nobody is expected to change the phone of an agent at work; after a login it is
 * looked at in any case.
 */
const PHONE_STAYS = 10 * 3600;

/**
 * What the log says about it. When Connect does not answer, the dialer goes on: the next return
 * from a break is another chance.
 */
async function setPhone(
  { arn, group, eventAt }: TaskInput<'agent-events'>,
  isBack: boolean,
  ports: Needs,
): Promise<string> {
  const setting = phoneSetting(ports.definitions.definitions(), group);
  if (!setting) return '';
  try {
    const now = instant(eventAt);
    const seen = { now, since: isBack ? plus(now, -PHONE_STAYS) : now };
    return OUTCOMES[await ports.phones.set(arn, setting, seen)];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return '; phone not set, Connect did not answer';
  }
}
