// Sends the first tick of each agent pool until its next run, at the moment for which records are
// due; that tick sends those that follow. A tick too many is harmless, because one of those that
// have seen the same orders; a run too few is five minutes in which only those who store records,
// and agents who come, start ticks (waking.ts). It does as little as possible: one read tells of
// all campaigns whether they run and until when nothing is due. Of a campaign with nothing to do it
// is looked every twenty minutes whether it is exhausted, and every hour while its queue is closed:
// between those nothing is read of it. What there is to do then a tick does. An agent who becomes
// free causes a tick.

import {
  type CampaignSetting,
  campaignSetting,
  keepsLists,
} from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { nextOpen } from '../../domain/contact-hours/calendar.ts';
import { type AgentPool, agentPools } from '../../domain/dialing/agent-pool.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import {
  CLOSED_TICK_MINUTES,
  FANOUT_SECONDS,
  IDLE_TICK_MINUTES,
} from '../../domain/pacing/tick-grid.ts';
import { rests } from '../../domain/records/rest.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { dueMoment, secondsTo } from './next-ticks.ts';
import { isWorkLeft } from './work-left.ts';

type Needs = PortsOf<'tick-fanout'>;

export const tickFanout: UseCase<'tick-fanout', Needs> = async (_input, ports) => {
  const pools = agentPools(ports.definitions.definitions());
  const running = await Promise.all(pools.map((pool) => sendTicks(pool, ports)));
  return { campaigns: running.reduce((sum, count) => sum + count, 0) };
};

/** What a running campaign needs until the next run. */
interface Need {
  readonly id: CampaignId;
  /** When records are due; missing when none are. */
  readonly at?: Instant;
  /** It is looked whether the campaign has ended: by this tick, or the one for what is due. */
  readonly check: boolean;
}

/**
 * Whichever campaign of a pool a tick is sent for, it decides for all of them; each is checked for
 * itself.
 */
async function sendTicks(pool: AgentPool, ports: Needs): Promise<number> {
  const now = ports.clock.now();
  const found = await Promise.all(pool.campaigns.map((id) => needOf(id, now, pool, ports)));
  const needs = found.filter((need) => need !== undefined);
  const [first] = needs.filter(({ at }) => at !== undefined).toSorted((a, b) => due(a) - due(b));
  await Promise.all(
    needs.map((need) => {
      const { id, at } = need;
      const check = need.check ? ({ check: true } as const) : {};
      if (need !== first || at === undefined) {
        return need.check ? ports.tickQueue.send(id, [0], check) : undefined;
      }
      const tells = { ...(at > now && { due: at }), ...check, until: plus(now, FANOUT_SECONDS) };
      return ports.tickQueue.send(id, [secondsTo(at, now)], tells);
    }),
  );
  return needs.length;
}

const due = ({ at }: Need): number => at ?? 0;

/** undefined of a campaign that does not run, or is closed. */
async function needOf(
  id: CampaignId,
  now: Instant,
  pool: AgentPool,
  ports: Needs,
): Promise<Need | undefined> {
  const setting = campaignSetting(ports.definitions.definitions(), id);
  if (setting === undefined) return undefined;
  const opens = opening(setting, now);
  const closed = opens === undefined || opens >= plus(now, FANOUT_SECONDS);
  const check = isOneIn(closed ? CLOSED_TICK_MINUTES : IDLE_TICK_MINUTES, now);
  if (closed && !check) return undefined;
  const looksItself = check && canLook(setting, pool);
  const [{ state, rest, whole }, dueSoon] = await Promise.all([
    looksItself ? wholeState(id, ports) : switchOf(id, ports),
    ports.records.dueSoon(id, now),
  ]);
  if (state !== 'running') return undefined;
  const at = rests(rest, now, dueSoon) ? later(dueMoment(rest.until), opens ?? now) : opens;
  if (!closed && at !== undefined && at < plus(now, FANOUT_SECONDS)) return { id, check, at };
  if (whole === undefined) return { id, check };
  return { id, check: await isWorkLeft({ check, now }, whole, setting, ports) };
}

interface Read extends Pick<CampaignState, 'state' | 'rest'> {
  readonly whole?: CampaignState;
}

const switchOf = (id: CampaignId, { campaigns }: Needs): Promise<Read> => campaigns.switchOf(id);

async function wholeState(id: CampaignId, { campaigns }: Needs): Promise<Read> {
  const whole = await campaigns.load(id);
  return { state: whole.state, rest: whole.rest, whole };
}

/** In a pool of several campaigns, or where agents have lists of records, only a tick can. */
const canLook = (setting: CampaignSetting, { campaigns }: AgentPool): boolean =>
  campaigns.length === 1 && !keepsLists(setting);

/** No call starts outside the hours of the queue. @returns now where it is open */
const opening = ({ queueHours }: CampaignSetting, now: Instant): Instant | undefined =>
  queueHours === undefined ? now : nextOpen(queueHours, now);

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** Whether the run at this moment is the one in so many minutes. */
function isOneIn(minutes: number, now: Instant): boolean {
  return now % (minutes * 60_000) < FANOUT_SECONDS * 1000;
}
