// A tick of a pool in which nobody is to be called now, as most ticks of a quiet hour are. It
// orders nothing, so it need not see the agents, and as long as a look before says
// that nothing is due it is a single read. Whether the campaign has come to its end, or an alert is
// due, is asked when nobody has looked for a while. Whatever else there is to do takes a whole
// tick.

import {
  type CampaignSetting,
  campaignSetting,
  keepsLists,
} from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { isOpen } from '../../domain/contact-hours/calendar.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Rest } from '../../domain/records/rest.ts';
import type { DueLook } from '../ports/record-store.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { isWorth } from './member-tick.ts';
import type { TickDone } from './next-ticks.ts';
import { type PoolStates, type PoolTick, restOf } from './pool-view.ts';
import { AT_LEAST } from './take-records.ts';
import { isWorkLeft } from './work-left.ts';

type TickPorts = PortsOf<'dialer-tick'>;

interface Resting {
  readonly done?: TickDone;
  /** What was found due, when a whole tick is to follow. */
  readonly look?: DueLook;
}

/** `done` when no whole tick is to follow. */
export async function restingTick(
  of: PoolTick,
  states: PoolStates,
  ports: TickPorts,
): Promise<Resting> {
  const { running } = states;
  const settings = running.map(({ campaign }) =>
    campaignSetting(ports.definitions.definitions(), campaign),
  );
  if (settings.some((setting) => setting === undefined || keepsLists(setting))) return {};
  const known = running.map((state) => restOf(state, states, of.now));
  const isKnown = known.every((rest) => rest !== undefined);
  if (isKnown && !of.check) return { done: nothingDue(known) };
  // few of these find an agent free, and only those have to know which records are due
  if (of.left && !of.check) return {};
  const [state] = running;
  const [setting] = settings;
  // in a pool of several campaigns a whole tick looks for each
  if (state === undefined || setting === undefined || running.length > 1) return {};
  const [valid] = known;
  const look: DueLook =
    valid !== undefined || isClosed(of, setting)
      ? { due: [], rest: valid }
      : await ports.records.look(state.campaign, of.now, AT_LEAST, {
          lead: of.pool.lead,
          fence: states.fence,
        });
  if (look.due.length > 0 || (await isWorkLeft(of, state, setting, ports))) return { look };
  if (valid === undefined) await writeDown(state, look.rest, of.now, ports);
  return { done: nothingDue(look.rest ? [look.rest] : []) };
}

/** Nobody is called before the queue opens, and the first tick after that looks. */
const isClosed = ({ check, now }: PoolTick, { queueHours }: CampaignSetting): boolean =>
  check && queueHours !== undefined && !isOpen(queueHours, now);

function nothingDue(known: readonly Rest[]): TickDone {
  const [first] = known.map(({ until }) => until).toSorted((a, b) => a - b);
  return { outcome: 'nothing is due', ordered: 0, next: first };
}

async function writeDown(
  state: CampaignState,
  rest: Rest | undefined,
  now: Instant,
  ports: TickPorts,
): Promise<void> {
  if (!isWorth(rest, now)) return;
  // somebody else's change comes first: the next tick looks again
  await ports.campaigns.commit(state, { ...state, version: state.version + 1, rest }, []);
}
