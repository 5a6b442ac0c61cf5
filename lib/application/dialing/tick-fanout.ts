// Sends the ticks of the next minute. A tick too many is harmless, because each takes a lease; a
// minute without this function is a minute without ticks, so it does as little as possible. Ticks
// every five seconds cost some requests each, so they are for agent pools with agents at work and
// records due. A campaign with nothing to do gets one every five minutes, which finds that it is
// exhausted, and every half hour while its queue is closed: between those nothing is read of it. An
// agent who becomes free causes a tick.

import { type CampaignSetting, campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import { nextOpen } from '../../domain/contact-hours/calendar.ts';
import { type AgentPool, agentPools } from '../../domain/dialing/agent-pool.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import {
  CLOSED_TICK_MINUTES,
  FANOUT_SECONDS,
  IDLE_TICK_MINUTES,
  TICK_OFFSETS,
} from '../../domain/pacing/tick-grid.ts';
import { lookAtAgents } from '../agents/look-at-agents.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';

type Needs = PortsOf<'tick-fanout'>;

export const tickFanout: UseCase<'tick-fanout', Needs> = async (_input, ports) => {
  const pools = agentPools(ports.definitions.definitions());
  const running = await Promise.all(pools.map((pool) => sendTicks(pool, ports)));
  return { campaigns: running.reduce((sum, count) => sum + count, 0) };
};

/** What a running campaign needs within the minute: ticks every five seconds, one, or none. */
type Need = 'busy' | 'once' | 'nothing';

/**
 * Busy campaigns of a pool take turns: whichever a tick is sent for, it decides for all of them.
 */
async function sendTicks(pool: AgentPool, ports: Needs): Promise<number> {
  const needs = await Promise.all(
    pool.campaigns.map(async (id) => ({ id, need: await needOf(id, ports) })),
  );
  const of = (kind: Need) => needs.filter(({ need }) => need === kind).map(({ id }) => id);
  const busy = of('busy');
  await Promise.all([
    ...of('once').map((id) => ports.tickQueue.send(id, [0])),
    ...busy.map((id, n) => {
      const delays = TICK_OFFSETS.filter((_, tick) => tick % busy.length === n);
      return delays.length === 0 ? undefined : ports.tickQueue.send(id, delays);
    }),
  ]);
  return needs.filter(({ need }) => need !== undefined).length;
}

async function needOf(id: CampaignId, ports: Needs): Promise<Need | undefined> {
  const setting = campaignSetting(ports.definitions.definitions(), id);
  const now = ports.clock.now();
  if (setting === undefined) return undefined;
  const closed = isClosed(setting, now);
  const once = isMinuteOf(now, closed ? CLOSED_TICK_MINUTES : IDLE_TICK_MINUTES);
  if (closed && !once) return undefined;
  if ((await ports.campaigns.load(id)).state !== 'running') return undefined;
  if (!closed && (await hasDue(id, ports)) && (await isStaffed(setting, ports))) return 'busy';
  return once ? 'once' : 'nothing';
}

/** No call starts outside the hours of the queue, and they do not begin within the minute. */
function isClosed({ queueHours }: CampaignSetting, now: Instant): boolean {
  if (queueHours === undefined) return false;
  const opens = nextOpen(queueHours, now);
  return opens === undefined || opens >= plus(now, FANOUT_SECONDS);
}

function isMinuteOf(now: Instant, minutes: number): boolean {
  return Math.floor(now / 60_000) % minutes === 0;
}

async function isStaffed({ queue }: CampaignSetting, ports: Needs): Promise<boolean> {
  const agents = await lookAtAgents(queue?.groups ?? [], ports);
  return agents.some(({ activity }) => activity !== 'offline');
}

/** Whether a record is due within the minute. */
async function hasDue(id: CampaignId, ports: Needs): Promise<boolean> {
  const due = await ports.records.due(id, plus(ports.clock.now(), FANOUT_SECONDS), 1);
  return due.length > 0;
}
