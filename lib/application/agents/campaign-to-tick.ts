// Which campaign ticks for an agent who has become free. What was read is remembered for a moment:
// while records were due, a tick too many only reads what would have been read here; while nothing
// was, whoever stores a record that is due soon has a tick of its own sent for it (tick-soon.ts),
// and ticks follow that one as long as the record waits.
import { campaignSetting, keepsLists } from '../../domain/campaigns/campaign-setting.ts';
import { type CampaignId, campaignId } from '../../domain/model/ids.ts';
import { type Instant, instant, plus } from '../../domain/model/instant.ts';
import { FANOUT_SECONDS } from '../../domain/pacing/tick-grid.ts';
import { rests } from '../../domain/records/rest.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'definitions' | 'campaigns' | 'records'>;

/** Campaigns asked at once whether somebody is to be called. */
const ASKED_FIRST = 4;
/** Seconds for which a campaign that had somebody to call is taken to have. */
const CALLS_FOR = 60;
/** Seconds for which one that had nobody is left alone: a minute less than such ticks cover. */
const RESTS_FOR = FANOUT_SECONDS - 60;

interface Seen {
  readonly toTick: boolean;
  readonly until: Instant;
}

/** Of each running function, by the store it asks. */
const remembered = new WeakMap<Needs['campaigns'], Map<string, Seen>>();

/**
 * The first that runs and has somebody to call, as far as is known: who shares agents ticks
 * together. Of many campaigns some are asked at a time, each time twice as many.
 */
export async function campaignToTick(
  group: string,
  now: Instant,
  ports: Needs,
): Promise<CampaignId | undefined> {
  const definitions = ports.definitions.definitions();
  const served = Object.keys(definitions.campaigns).filter((id) =>
    campaignSetting(definitions, id)?.queue?.groups.includes(group),
  );
  const seen = remembered.get(ports.campaigns) ?? new Map<string, Seen>();
  remembered.set(ports.campaigns, seen);
  const known = (id: string) => {
    const last = seen.get(id);
    return last !== undefined && now < last.until ? last : undefined;
  };
  const calling = served.find((id) => known(id)?.toTick);
  if (calling !== undefined) return campaignId(calling);
  const asked = served.filter((id) => known(id) === undefined);
  for (let from = 0, count = ASKED_FIRST; from < asked.length; from += count, count *= 2) {
    const some = asked.slice(from, from + count);
    await Promise.all(some.map(async (id) => seen.set(id, await look(campaignId(id), now, ports))));
    const found = some.find((id) => seen.get(id)?.toTick);
    if (found !== undefined) return campaignId(found);
  }
  return undefined;
}

async function look(id: CampaignId, now: Instant, ports: Needs): Promise<Seen> {
  const [{ state, rest }, dueSoon] = await Promise.all([
    ports.campaigns.switchOf(id),
    ports.records.dueSoon(id, now),
  ]);
  const longest = plus(now, RESTS_FOR);
  if (state !== 'running') return { toTick: false, until: longest };
  const setting = campaignSetting(ports.definitions.definitions(), id);
  const isResting = rests(rest, now, dueSoon) && !(setting && keepsLists(setting));
  if (!isResting) return { toTick: true, until: plus(now, CALLS_FOR) };
  return { toTick: false, until: instant(Math.min(rest.until, longest)) };
}
