// One campaign of a pool while a tick runs: what became of its calls since the last one, and what
// is stored in the end.

import { poolAlert } from '../../domain/campaigns/campaign-changes.ts';
import type { CampaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState, Counts } from '../../domain/campaigns/campaign-state.ts';
import { INDEX_LAG, type PoolMember } from '../../domain/dialing/pacing-input.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { AttemptId, CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { isSame } from '../../domain/model/is-same.ts';
import type { CurrentAttempt } from '../../domain/model/record.ts';
import type { PoolDecision } from '../../domain/pacing/pace-pool.ts';
import { isLearned, noteDecision, storedMemory, watch } from '../../domain/pacing/pacing-memory.ts';
import { withStoredDigits } from '../../domain/pacing/stored-digits.ts';
import { isToldAsleep, type Rest } from '../../domain/records/rest.ts';
import type { HeldUp } from '../campaigns/held-up.ts';
import type { DueLook, UnderWay } from '../ports/record-store.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { Ordered, TickTurn } from './order-calls.ts';
import { type Asking, askAtOnce } from './place-at-once.ts';
import type { Ahead } from './read-ahead.ts';
import { type PoolTokens, tokensOf, tokensTaken } from './tick-tokens.ts';

type TickPorts = PortsOf<'dialer-tick'>;

/** How the ticks of the pool stood when this one looked, and since its own orders. */
export interface PoolTurn extends PoolTokens {
  readonly lead: CampaignId;
  fence: number;
  /** Another tick has ordered, or somebody has changed a campaign: this one may not any more. */
  isOver: boolean;
  /** Calls that were ordered; the answers of Connect are stored once all of the tick are. */
  readonly asking: Asking[];
}

export interface MemberTick extends PoolMember {
  /** As this tick has stored it; `state` is as it was read. */
  stored: CampaignState;
  /** The state was not read, but is as this function has left it. */
  isKept: boolean;
  /** Somebody else has changed what is stored. */
  isStale?: boolean;
  /** Calls that are over, of which the stored state does not tell. */
  readonly fates: readonly Attempt[];
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
  ahead: Ahead;
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
 * @param known attempts as they were a moment ago; one that was not over is looked at again
 */
export async function withFates(
  { campaign, pacing }: CampaignState,
  setting: CampaignSetting,
  underWay: readonly UnderWay[],
  known: ReadonlyMap<AttemptId, Attempt>,
  ports: TickPorts,
): Promise<Pick<MemberTick, 'memory' | 'fates'>> {
  const memory = storedMemory(pacing);
  if (!looksAhead(setting)) return { memory, fates: [] };
  const calls = new Map(underWay.map((call) => [call.record.current?.attempt, call]));
  const still = (attempt: AttemptId, rang: boolean) => {
    const phase = calls.get(attempt)?.record.current?.phase;
    if (rang) return phase === 'with-agent';
    return phase !== undefined && BEFORE_AGENT.has(phase);
  };
  const moved = memory.watched.filter(({ attempt, rang }) => !still(attempt, rang));
  const seen = (attempt: AttemptId) => calls.get(attempt)?.attempt ?? known.get(attempt);
  const unseen = moved.filter(({ attempt }) => seen(attempt) === undefined);
  const read = await ports.records.loadAttempts(
    unseen.map(({ record, attempt }) => ({ ref: { campaign, record }, attempt })),
  );
  const told = [...moved.flatMap(({ attempt }) => seen(attempt) ?? []), ...read];
  return { memory: watch(memory, told), fates: told.filter(isLearned) };
}

/** What decides about the orders that are being written. */
interface Decided {
  readonly decision: PoolDecision;
  /** Calls of this tick, and answers it has had, before this decision. */
  readonly before: { readonly orders: number; readonly served: number };
  /** Other campaigns run in the pool. */
  readonly shared: boolean;
  readonly now: Instant;
}

/** Orders are written with what the campaign remembers, in the turn of the tick. */
export function tickTurn(
  member: MemberTick,
  pool: PoolTurn,
  decided: Decided,
  { records, throttle, telephony }: TickPorts,
): TickTurn {
  return {
    lead: pool.lead,
    get fence() {
      return pool.fence;
    },
    get isOver() {
      return pool.isOver;
    },
    askFor: (calls) => pool.asking.push(askAtOnce(calls, { telephony })),
    tokens: (now, most) => tokensOf(pool, now, most, throttle),
    async write(changes, orders, rest) {
      const { lead, fence, tokens } = pool;
      const { now, shared } = decided;
      const ordering = await records.orderEach(changes, {
        ...{ lead, fence, before: member.stored, tokens },
        after: (refused) => {
          const written = [...member.orders, ...orders.filter((_, n) => !refused.has(n))];
          const served = servedBy(decided, written.length);
          const still = refused.size > 0 ? undefined : rest;
          const after = stateAfter({ ...member, orders: written, rest: still }, member.state, now);
          return { ...after, ...(shared && { served }), version: member.stored.version + 1 };
        },
      });
      pool.isOver ||= ordering.isOvertaken;
      if (ordering.state === undefined) return ordering.committed;
      member.stored = ordering.state;
      pool.fence++;
      tokensTaken(pool);
      member.orders.push(...orders.filter((_, n) => ordering.committed[n] === 'committed'));
      return ordering.committed;
    },
  };
}

/** Calls that could not be ordered were not had. @param orders of the tick so far */
export function servedBy({ decision, before }: Decided, orders: number): number {
  const { served, calls } = decision;
  if (calls === 0) return before.served;
  return before.served + ((served - before.served) * (orders - before.orders)) / calls;
}

interface Storing {
  /** Of the campaign the tick was sent for. */
  readonly counts: Counts | undefined;
  readonly now: Instant;
  /** What was learned is stored although nothing was ordered. */
  readonly check: boolean;
}

/**
 * Writes what the next tick needs and was not written with the orders. What became of calls is read
 * again by the next tick, so it is stored with the next order, or when the campaign is checked.
 * Somebody else's change comes first: the next tick looks again.
 */
export async function remember(
  member: MemberTick,
  { counts, now, check }: Storing,
  { campaigns }: TickPorts,
): Promise<void> {
  const { setting, state, stored } = member;
  const alert = counts && poolAlert(setting.campaign, state, counts, now);
  const { served, version } = stored;
  const after = { ...stateAfter(member, alert ?? state, now), served, version: version + 1 };
  const learns = check && looksAhead(setting) && member.memory !== state.pacing;
  const isNews =
    after.poolAlerted !== stored.poolAlerted ||
    !isSame(after.heldUp ?? [], stored.heldUp ?? []) ||
    (isWorth(member.rest, now) && !isSame(member.rest, stored.rest)) ||
    (stored === state ? learns : !isSame(after.recentOrders, stored.recentOrders));
  if (!isNews) return;
  const committed = await campaigns.commit(stored, after, alert?.entries ?? []);
  if (committed === 'committed') member.stored = after;
  else member.isStale = true;
}

/** Seconds that a rest is worth a write. */
const WORTH = 60;

export const isWorth = (rest: Rest | undefined, now: Instant): rest is Rest =>
  rest !== undefined && rest.until - now > WORTH * 1000;

function stateAfter(
  { setting, state, memory, orders, decision, held, rest }: MemberTick,
  { poolAlerted, openWhenAlerted }: Pick<CampaignState, 'poolAlerted' | 'openWhenAlerted'>,
  now: Instant,
): CampaignState {
  // where Connect chooses the agents, their events decide who is held up
  const heldUp = setting.outbound.mode === 'preview' ? held.heldUp : (state.heldUp ?? []);
  const recent = state.recentOrders.filter(({ at }) => now - at < INDEX_LAG);
  const noted = decision ? noteDecision(memory, decision, orders.length, now) : memory;
  const watched = orders.map(({ ref, attempt }) => ({ record: ref.record, attempt, rang: false }));
  return {
    ...state,
    poolAlerted,
    openWhenAlerted,
    // who orders wakes it; who only looked leaves it asleep for those who come
    rest: rest ?? (orders.length === 0 && isToldAsleep(state.rest) ? state.rest : undefined),
    ...(heldUp.length > 0 || state.heldUp ? { heldUp } : {}),
    nextCallerId: state.nextCallerId + orders.length,
    recentOrders: [...recent, ...orders.map(({ attempt }) => ({ attempt, at: now }))],
    ...(looksAhead(setting) && {
      pacing: withStoredDigits({ ...noted, watched: [...noted.watched, ...watched] }),
    }),
  };
}
