// One campaign of a pool while a tick runs: what became of its calls since the last one, and what
// is stored in the end.

import { poolAlert } from '../../domain/campaigns/campaign-changes.ts';
import type { CampaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState, Counts } from '../../domain/campaigns/campaign-state.ts';
import { INDEX_LAG, type PoolMember } from '../../domain/dialing/pacing-input.ts';
import type { AttemptId, CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { isSame } from '../../domain/model/is-same.ts';
import type { CampaignRecord, CurrentAttempt } from '../../domain/model/record.ts';
import type { PoolDecision } from '../../domain/pacing/pace-pool.ts';
import {
  noteDecision,
  type PacingMemory,
  storedMemory,
  watch,
} from '../../domain/pacing/pacing-memory.ts';
import { withStoredDigits } from '../../domain/pacing/stored-digits.ts';
import type { Rest } from '../../domain/records/rest.ts';
import type { HeldUp } from '../campaigns/held-up.ts';
import type { Tick } from '../ports/campaign-store.ts';
import type { DueLook } from '../ports/record-store.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { untilCommitted } from '../until-committed.ts';
import type { Ordered } from './take-records.ts';

type TickPorts = PortsOf<'dialer-tick'>;

/** What a tick stores of the lead campaign gives the lease back in the same write. */
export interface Lease extends Tick {
  readonly lead: CampaignId;
  given: boolean;
}

export interface MemberTick extends PoolMember {
  ordered: number;
  isEmpty: boolean;
  served: number;
  readonly orders: Ordered[];
  /** Agents who get no further record of it (CAM-6). */
  held: HeldUp;
  /** Of all decisions of this tick. */
  decision: PoolDecision | undefined;
  /** What was found due before; taken once. */
  look: DueLook | undefined;
  /** Missing while records may be due. */
  rest: Rest | undefined;
}

/** A later decision of the same tick adds calls; what it saw counts. */
export function merged(before: PoolDecision | undefined, next: PoolDecision): PoolDecision {
  if (before === undefined) return next;
  if (next.calls === 0) return before;
  return { ...next, calls: before.calls + next.calls };
}

/** An unclear call may still turn out to be answered. */
const BEFORE_AGENT: ReadonlySet<CurrentAttempt['phase']> = new Set([
  'ordered',
  'unclear',
  'started',
  'connected',
]);

const looksAhead = ({ outbound }: CampaignSetting): boolean => outbound.mode === 'predictive';

/**
 * What the campaign remembers, with the watched calls that have stopped ringing since the last
 * tick.
 */
export async function withFates(
  { campaign, pacing }: CampaignState,
  setting: CampaignSetting,
  inFlight: readonly CampaignRecord[],
  ports: TickPorts,
): Promise<PacingMemory> {
  const memory = storedMemory(pacing);
  if (!looksAhead(setting)) return memory;
  const phases = new Map(inFlight.map(({ current }) => [current?.attempt, current?.phase]));
  const still = (attempt: AttemptId, rang: boolean) => {
    const phase = phases.get(attempt);
    if (rang) return phase === 'with-agent';
    return phase !== undefined && BEFORE_AGENT.has(phase);
  };
  const moved = memory.watched.filter(({ attempt, rang }) => !still(attempt, rang));
  const attempts = await Promise.all(
    moved.map(({ record, attempt }) => ports.records.loadAttempt({ campaign, record }, attempt)),
  );
  return watch(
    memory,
    attempts.filter((attempt) => attempt !== undefined),
  );
}

interface Storing {
  readonly lease: Lease | undefined;
  /** Of the campaign the tick was sent for. */
  readonly counts: Counts | undefined;
  /** Other campaigns run in the pool. */
  readonly shared: boolean;
  readonly now: Instant;
  /** What was learned is stored although nothing was ordered. */
  readonly check: boolean;
}

/**
 * Writes only what the next tick needs. What became of calls is read again by the next tick, so it
 * is stored with the next order, or when the campaign is checked.
 */
export async function remember(
  member: MemberTick,
  storing: Storing,
  ports: TickPorts,
): Promise<void> {
  const { id, setting } = member;
  const { lease, counts, shared, now } = storing;
  const alert = counts && poolAlert(setting.campaign, member.state, counts, now);
  let first: CampaignState | undefined = member.state;
  await untilCommitted(`campaign ${id}`, async () => {
    const fence = first !== undefined && id === lease?.lead ? lease.fence : undefined;
    const state = first ?? (await ports.campaigns.load(id));
    first = undefined;
    const after = stateAfter(member, state, alert ?? state, storing);
    if (after === undefined) return 'unchanged';
    const next = shared && member.ordered > 0 ? { ...after, served: member.served } : after;
    const committed = await ports.campaigns.commit(state, next, alert?.entries ?? [], fence);
    if (lease) lease.given ||= committed === 'committed' && fence !== undefined;
    return committed;
  });
}

/** Seconds that a rest is worth a write. */
const WORTH = 60;

export const isWorth = (rest: Rest | undefined, now: Instant): rest is Rest =>
  rest !== undefined && rest.until - now > WORTH * 1000;

function stateAfter(
  { setting, memory, orders, decision, held, rest }: MemberTick,
  state: CampaignState,
  { poolAlerted, openWhenAlerted }: Pick<CampaignState, 'poolAlerted' | 'openWhenAlerted'>,
  { now, check }: Storing,
): CampaignState | undefined {
  // where Connect chooses the agents, their events decide who is held up
  const heldUp = setting.outbound.mode === 'preview' ? held.heldUp : (state.heldUp ?? []);
  const isHeldUp = isSame(heldUp, state.heldUp ?? []);
  const idle = orders.length === 0 && poolAlerted === state.poolAlerted && isHeldUp;
  const remembers = looksAhead(setting);
  const learns = check && remembers && memory !== state.pacing;
  const isNewRest = isWorth(rest, now) && !isSame(rest, state.rest);
  if (idle && !learns && !isNewRest) return undefined;
  const recent = state.recentOrders.filter(({ at }) => now - at < INDEX_LAG);
  const noted = decision ? noteDecision(memory, decision, orders.length, now) : memory;
  const watched = orders.map(({ ref, attempt }) => ({ record: ref.record, attempt, rang: false }));
  return {
    ...state,
    version: state.version + 1,
    poolAlerted,
    openWhenAlerted,
    rest,
    ...(heldUp.length > 0 || state.heldUp ? { heldUp } : {}),
    nextCallerId: state.nextCallerId + orders.length,
    recentOrders: [...recent, ...orders.map(({ attempt }) => ({ attempt, at: now }))],
    ...(remembers && {
      pacing: withStoredDigits({ ...noted, watched: [...noted.watched, ...watched] }),
    }),
  };
}
