// A tick of a campaign that has nobody to call now, as most ticks of a quiet hour are. It orders
// nothing, so it needs neither the lease nor the agents: it looks whether the campaign has come to
// its end or an alert is due, and writes nothing. Whatever else there is to do takes a whole tick.

import { isExhausted, poolAlert } from '../../domain/campaigns/campaign-changes.ts';
import { type CampaignSetting, campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import type { AgentPool } from '../../domain/dialing/agent-pool.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { storedMemory } from '../../domain/pacing/pacing-memory.ts';
import { isBeginOfMinute } from '../../domain/pacing/tick-grid.ts';
import type { PortsOf } from '../tasks/task-ports.ts';

type TickPorts = PortsOf<'dialer-tick'>;

/** What it came to; undefined when a whole tick is to follow. */
export async function restingTick(
  id: CampaignId,
  pool: AgentPool,
  now: Instant,
  ports: TickPorts,
): Promise<string | undefined> {
  const setting = campaignSetting(ports.definitions.definitions(), id);
  if (setting === undefined || pool.campaigns.length > 1 || keepsLists(setting)) return undefined;
  if (!(await ports.records.isNothingDue(id, now))) return undefined;
  const [state, inFlight] = await Promise.all([
    ports.campaigns.load(id),
    ports.records.inFlight(id),
  ]);
  if (state.state !== 'running') return `the campaign is ${state.state}`;
  if (storedMemory(state.pacing).watched.length > 0) return undefined;
  const { campaign } = setting;
  const mayAlert = campaign.alerts.poolBelow !== undefined && isBeginOfMinute(now);
  if (inFlight.length > 0 && !mayAlert) return 'nothing is due';
  const counts = await ports.records.counts(id);
  if (isExhausted(campaign, counts, inFlight.length)) return undefined;
  const { poolAlerted } = poolAlert(campaign, state, counts, now);
  return poolAlerted === state.poolAlerted ? 'nothing is due' : undefined;
}

/** Agents who get no further record are listed anew with every tick (CAM-6). */
const keepsLists = ({ campaign, outbound }: CampaignSetting): boolean =>
  outbound.mode === 'preview' && campaign.unhandled !== undefined;
