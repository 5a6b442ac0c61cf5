// Sends the first tick of each agent pool until its next run, at the moment for which records are
// due; that tick sends those that follow. A tick too many is harmless, because of those that have
// seen the same orders only one orders; a run too few is five minutes in which only those who store
// records, and agents who come, start ticks (waking.ts). It does as little as possible: one read
// tells of all campaigns whether they run and until when nothing is due. Of a campaign with nothing
// to do it is looked every twenty minutes whether it is exhausted, and every hour while its queue
// is closed: between those nothing is read of it. What there is to do then a tick does. An agent
// who becomes free causes a tick.

import {
  type CampaignSetting,
  campaignSetting,
  keepsLists,
} from '../../domain/campaigns/campaign-setting.ts';
import { nextOpen } from '../../domain/contact-hours/calendar.ts';
import { type AgentPool, agentPools, countsBegun } from '../../domain/dialing/agent-pool.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import {
  CLOSED_TICK_MINUTES,
  FANOUT_SECONDS,
  IDLE_TICK_MINUTES,
} from '../../domain/pacing/tick-grid.ts';
import { rests } from '../../domain/records/rest.ts';
import type { Ports } from '../ports/ports.ts';
import { dueMoment, secondsTo } from './next-ticks.ts';
import { isWorkLeft } from './work-left.ts';

type Needs = Pick<Ports, 'clock' | 'definitions' | 'records' | 'campaigns' | 'tickQueue'>;

/**
 * @returns what has been begun in the campaigns that were read, as a word that is another once
 *   there is more; without those of which nobody counts it
 */
export async function sendFirstTicks(ports: Needs): Promise<ReadonlyMap<CampaignId, string>> {
  const pools = agentPools(ports.definitions.definitions());
  const found = await Promise.all(pools.map((pool) => sendTicks(pool, ports)));
  return new Map(found.flat().flatMap(({ id, begun }) => (begun ? [[id, begun]] : [])));
}

interface Read {
  readonly id: CampaignId;
  readonly begun: string | undefined;
  /** Of a campaign that runs. */
  readonly need?: Need;
}

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
async function sendTicks(pool: AgentPool, ports: Needs): Promise<readonly Read[]> {
  const now = ports.clock.now();
  const found = await Promise.all(pool.campaigns.map((id) => read(id, now, pool, ports)));
  const reads = found.filter((one) => one !== undefined);
  const needs = reads.flatMap(({ need }) => need ?? []);
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
  return reads;
}

const due = ({ at }: Need): number => at ?? 0;

/** undefined of a campaign that is closed, and is not to be checked. */
async function read(
  id: CampaignId,
  now: Instant,
  pool: AgentPool,
  ports: Needs,
): Promise<Read | undefined> {
  const definitions = ports.definitions.definitions();
  const setting = campaignSetting(definitions, id);
  if (setting === undefined) return undefined;
  const opens = opening(setting, now);
  const closed = opens === undefined || opens >= plus(now, FANOUT_SECONDS);
  const check = isOneIn(closed ? CLOSED_TICK_MINUTES : IDLE_TICK_MINUTES, now);
  if (closed && !check) return undefined;
  const { campaigns, records } = ports;
  // what is asked for together is one request
  const [lead, own, whole, dueSoon, others] = await Promise.all([
    campaigns.switchOf(pool.lead),
    id === pool.lead ? undefined : campaigns.switchOf(id),
    check && canLook(setting, pool) ? campaigns.load(id) : undefined,
    records.dueSoon(id, now),
    countsBegun(definitions, id) ? records.begun(id, now) : undefined,
  ]);
  const begun = others && `${lead.fence} ${others.count}`;
  const { state, rest } = whole ?? own ?? lead;
  if (state !== 'running') return { id, begun };
  const at = rests(rest, now, dueSoon) ? later(dueMoment(rest.until), opens ?? now) : opens;
  if (!closed && at !== undefined && at < plus(now, FANOUT_SECONDS))
    return { id, begun, need: { id, check, at } };
  const isNeeded = whole ? await isWorkLeft({ check, now }, whole, setting, ports) : check;
  return { id, begun, need: { id, check: isNeeded } };
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
