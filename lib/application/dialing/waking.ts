// Who begins to send ticks between two runs of the sweeper. Ticks that follow each other end when
// nothing is due, and when nobody is there; the campaign's state tells both. Whoever finds records
// that cannot be called yet while it does begins anew, and takes it back: of several, one.
import { campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { isOpen } from '../../domain/contact-hours/calendar.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import { FANOUT_SECONDS, NOBODY_SECONDS } from '../../domain/pacing/tick-grid.ts';
import { asleepFrom, isAsleep, isToldAsleep } from '../../domain/records/rest.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { untilCommitted } from '../until-committed.ts';
import type { TickDone } from './next-ticks.ts';
import type { PoolTick } from './pool-view.ts';

type Needs = Pick<PortsOf<'dialer-tick'>, 'definitions' | 'campaigns'>;

/** @returns until when a tick that nobody asked for it sends those that follow */
export async function wakesUntil(
  { id, now, left }: Pick<PoolTick, 'id' | 'now' | 'left'>,
  { next, ordered, running = [] }: TickDone,
  ports: Needs,
): Promise<Instant | undefined> {
  const definitions = ports.definitions.definitions();
  const isPolled = definitions.centre.connect.agentEvents === 'polled';
  const isToGoOn = next === 'records are left' || (next === 'nobody is there' && isPolled);
  if (left || !isToGoOn || running.length === 0) return undefined;
  if (!running.every(({ rest }) => isAsleep(rest, now))) return undefined;
  const { queueHours } = campaignSetting(definitions, id) ?? {};
  if (queueHours !== undefined && !isOpen(queueHours, now)) return undefined;
  // what it has ordered was stored in place of the rest
  if (ordered === 0 && !(await wake(id, now, ports))) return undefined;
  return plus(now, FANOUT_SECONDS);
}

async function wake(id: CampaignId, now: Instant, { campaigns }: Needs): Promise<boolean> {
  const state = await campaigns.load(id);
  if (!isAsleep(state.rest, now)) return false;
  const after = { ...state, version: state.version + 1, rest: undefined };
  return (await campaigns.commit(state, after, [])) === 'committed';
}

/**
 * What is to follow a tick that sends the others and finds nobody there: where events tell of who
 * comes, nothing until then; where agents are looked at, another look.
 */
export async function afterNobody(
  now: Instant,
  running: readonly CampaignState[],
  ports: Needs,
): Promise<Instant | undefined> {
  const { agentEvents } = ports.definitions.definitions().centre.connect;
  if (agentEvents === 'polled') return plus(now, NOBODY_SECONDS);
  const awake = running.filter(({ rest }) => !isToldAsleep(rest));
  await Promise.all(awake.map(({ campaign }) => sleep(campaign, now, ports)));
  return undefined;
}

async function sleep(id: CampaignId, now: Instant, { campaigns }: Needs): Promise<void> {
  await untilCommitted(`campaign ${id}`, async () => {
    const state = await campaigns.load(id);
    if (state.state !== 'running') return 'not running';
    const rest = asleepFrom(now);
    return campaigns.commit(state, { ...state, version: state.version + 1, rest }, []);
  });
}
