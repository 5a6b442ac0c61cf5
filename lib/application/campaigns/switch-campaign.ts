// The switch of a campaign (CAM-2, DIA-6). It holds from the commit on: ticks and orders look at it
// before they dial.
import { switched } from '../../domain/campaigns/campaign-changes.ts';
import { againstSwitch } from '../../domain/campaigns/switching.ts';
import { campaignId } from '../../domain/model/ids.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskOutput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Answer = TaskOutput<'switch-campaign'>;

export const switchCampaign: UseCase<'switch-campaign', PortsOf<'switch-campaign'>> = async (
  { campaign, to, by },
  ports,
) => {
  const id = campaignId(campaign);
  const definitions = ports.definitions.definitions();
  if (definitions.campaigns[campaign] === undefined) {
    return { kind: 'refused', reasons: [`there is no campaign '${campaign}'`] };
  }
  const now = ports.clock.now();
  const answer = await untilCommitted(
    `campaign ${campaign}`,
    async (): Promise<Answer | 'conflict'> => {
      const before = await ports.campaigns.load(id);
      if (before.state === to) return { kind: 'switched', state: to };
      const reasons = againstSwitch(definitions, campaign, before.state, to, now);
      if (reasons.length > 0) return { kind: 'refused', reasons: [...reasons] };
      const { after, entries } = switched(before, to, by, now);
      const committed = await ports.campaigns.commit(before, after, entries);
      return committed === 'committed' ? { kind: 'switched', state: to } : 'conflict';
    },
  );
  if (answer.kind === 'switched' && to === 'running') await ports.tickQueue.send(id, [0]);
  return answer;
};
