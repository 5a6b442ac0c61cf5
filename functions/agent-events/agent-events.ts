// The board of agents. Nobody should wait for the next beat when an agent becomes free: the campaigns whose
// calls this agent takes tick at once.
import { campaignSetting } from '../../lib/domain/campaign-setting.ts';
import { agentId, campaignId } from '../../lib/domain/ids.ts';
import { instant } from '../../lib/domain/instant.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { UseCase } from '../../lib/domain/tasks.ts';

type Needs = PortsOf<'agent-events'>;

export const agentEvents: UseCase<'agent-events', Needs> = async (input, ports) => {
  const news = await ports.agents.put({
    agent: agentId(input.agent),
    arn: input.arn,
    group: input.group,
    activity: input.activity,
    since: instant(input.since),
    eventAt: instant(input.eventAt),
  });
  if (!news) return { outcome: 'older than what is known' };
  if (input.activity !== 'free') return { outcome: 'noted' };
  const campaigns = await runningCampaignsOf(input.group, ports);
  await Promise.all(campaigns.map((id) => ports.tickQueue.send(campaignId(id), [0])));
  return { outcome: `free: ${campaigns.length} campaigns tick` };
};

async function runningCampaignsOf(group: string, ports: Needs): Promise<readonly string[]> {
  const definitions = ports.definitions.definitions();
  const served = Object.keys(definitions.campaigns).filter((id) =>
    campaignSetting(definitions, id)?.queue?.groups.includes(group),
  );
  const states = await Promise.all(served.map((id) => ports.campaigns.load(campaignId(id))));
  return states.filter(({ state }) => state === 'running').map(({ campaign }) => campaign);
}
