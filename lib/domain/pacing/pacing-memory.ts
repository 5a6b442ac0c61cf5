// What the predictive dialer remembers between ticks, kept with the campaign's state: what it has
// learned, the calls it is still watching, and the answered and abandoned calls of the last day by
// the hour and of thirty days (NEW-6).

import type { Attempt } from '../model/attempt.ts';
import type { AttemptId, RecordId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import { stretchAt, wallClock } from '../model/time-zone.ts';
import { abandonmentOf } from './abandonment.ts';
import { type CallModel, emptyCallModel, learn, type PacingOutcome } from './call-model.ts';
import type { PacingDecision, PacingGate, RecentShare } from './facts.ts';
import type { CapWindow } from './settings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const THIRTY_DAYS = 30 * DAY;
const DECISIONS_KEPT = 10;

/** A call whose outcome is not fully known yet. */
interface WatchedCall {
  readonly record: RecordId;
  readonly attempt: AttemptId;
  /** Its answer, or that there was none, has been learned. */
  readonly rang: boolean;
}

interface HourOfCalls {
  /** When the hour began, epoch milliseconds. */
  readonly at: number;
  readonly answered: number;
  readonly abandoned: number;
}

/** One of the periods of thirty days that follow each other from the first answered call on. */
interface ThirtyDays {
  readonly since: number;
  readonly answered: number;
  readonly abandoned: number;
}

/** What one tick decided, and which limit kept it from starting more. */
export interface DecisionNote {
  readonly at: Instant;
  readonly wanted: number;
  /** Fewer than wanted: there were no more records that may be called. */
  readonly started: number;
  readonly limit: PacingGate;
  readonly riskLimit: number;
}

export interface PacingMemory {
  readonly model: CallModel;
  readonly watched: readonly WatchedCall[];
  readonly hours: readonly HourOfCalls[];
  readonly period?: ThirtyDays;
  /** The last decisions that started calls, the newest last. */
  readonly decisions: readonly DecisionNote[];
}

/** Made once: building the first outlook costs more than a tick, and nothing ever changes it. */
const EMPTY: PacingMemory = { model: emptyCallModel(), watched: [], hours: [], decisions: [] };

export const emptyMemory = (): PacingMemory => EMPTY;

/** As older versions stored it: the model of the calls under the name `learned`. */
export interface OlderPacingMemory extends Omit<PacingMemory, 'model'> {
  readonly learned: CallModel;
}

/** What is stored with the campaign. A model of another version is dropped; the counts are kept. */
export function storedMemory(stored: PacingMemory | OlderPacingMemory | undefined): PacingMemory {
  if (stored === undefined) return EMPTY;
  if (!('learned' in stored) && stored.model.version === EMPTY.model.version) return stored;
  const model = 'learned' in stored ? stored.learned : stored.model;
  const { watched, hours } = stored;
  if (model.version !== EMPTY.model.version) return { ...EMPTY, watched, hours };
  const { period, decisions } = stored;
  return { model, watched, hours, decisions, period };
}

/** What the cap is judged by: its window, the cap itself, and where its days begin. */
export interface Judged {
  readonly window: CapWindow;
  readonly cap: number;
  readonly zone: string;
}

/** The share of abandoned calls in the window the cap is judged over. */
export function shareOf(memory: PacingMemory, now: Instant, judged: Judged): Counted {
  return judged.window === 'day' ? ofDay(memory, now, judged) : periodAt(memory.period, now);
}

type Counted = Omit<RecentShare, 'until'>;

/**
 * The last 24 hours or the calendar day, whichever allows fewer losses: yesterday's good hours must
 * not pay for a bad morning, nor a good morning for last night.
 */
function ofDay({ hours }: PacingMemory, now: Instant, { cap, zone }: Judged): Counted {
  const { since } = wallClock(now, stretchAt(zone, now));
  const rolling = sumOf(hours, now - DAY, now);
  // the hour that midnight falls into, in zones that differ from UTC by half an hour, is today's
  const today = sumOf(hours, now - since - HOUR, now);
  const room = ({ answered, abandoned }: Counted) => cap * answered - abandoned;
  return room(today) < room(rolling) ? today : rolling;
}

/** Hours that began later than `after`. */
function sumOf(hours: readonly HourOfCalls[], after: number, now: Instant): Counted {
  const recent = hours.filter(({ at }) => at > after);
  return {
    answered: recent.reduce((sum, hour) => sum + hour.answered, 0),
    abandoned: recent.reduce((sum, hour) => sum + hour.abandoned, 0),
    since: recent[0]?.at ?? now,
  };
}

function periodAt(period: ThirtyDays | undefined, at: number): ThirtyDays {
  const { since } = period ?? { since: at };
  const began = since + Math.floor((at - since) / THIRTY_DAYS) * THIRTY_DAYS;
  return period && began <= since ? period : { since: began, answered: 0, abandoned: 0 };
}

/**
 * Learns what became of watched calls; those that are not over are looked at again next time.
 * Returns the same object when there is nothing new, so that nothing is written either.
 */
export function watch(memory: PacingMemory, attempts: readonly Attempt[]): PacingMemory {
  if (attempts.length === 0) return memory;
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const watched: WatchedCall[] = [];
  let known = memory;
  for (const call of memory.watched) {
    const attempt = byId.get(call.attempt);
    const rang = call.rang || (attempt !== undefined && isFateKnown(attempt));
    if (attempt !== undefined && rang && !call.rang) known = withFate(known, attempt);
    if (attempt === undefined || !isLearned(attempt)) watched.push({ ...call, rang });
    else known = { ...known, model: durations(attempt).reduce(learn, known.model) };
  }
  return { ...known, watched };
}

const isFateKnown = ({ timestamps, contact }: Attempt): boolean =>
  contact !== undefined &&
  (timestamps.connectedToAgent !== undefined || timestamps.disconnected !== undefined);

/** Nothing more is learned from it. */
export function isLearned({ timestamps, settled }: Attempt): boolean {
  if (settled || timestamps.disconnected === undefined) return settled;
  return timestamps.connectedToAgent === undefined || timestamps.wrapUpEnded !== undefined;
}

/** Remembers a decision that started calls, and how much of the limit they used. */
export function noteDecision(
  memory: PacingMemory,
  { calls, gates, figures }: PacingDecision,
  started: number,
  at: Instant,
): PacingMemory {
  if (started === 0) return memory;
  const { riskMean = 0, riskLimit = 0 } = figures;
  const limit =
    gates.findLast(({ passed }) => !passed) ??
    gates.find(({ gate }) => gate === 'risk-of-next-call') ??
    gates.at(-1);
  const share = riskLimit > 0 ? riskMean / riskLimit : 0;
  const model =
    share > 0 ? learn(memory.model, { kind: 'started', at, calls: started, share }) : memory.model;
  const note = limit && { at, wanted: calls, started, limit, riskLimit };
  const decisions = note ? [...memory.decisions, note].slice(-DECISIONS_KEPT) : memory.decisions;
  return { ...memory, model, decisions };
}

/** The call has found an agent, or has ended without one. */
function withFate(memory: PacingMemory, attempt: Attempt): PacingMemory {
  const { initiated, connectedToSystem, disconnected } = attempt.timestamps;
  const machine = attempt.status === 'voicemail';
  const answered = connectedToSystem !== undefined && !machine;
  const at = connectedToSystem ?? disconnected ?? attempt.orderedAt;
  const startedAt = initiated ?? attempt.orderedAt;
  const model = learn(memory.model, { kind: 'rang', at, startedAt, answered });
  if (!answered) return { ...memory, model };
  const lost = attempt.status !== 'error' && abandonmentOf(attempt) !== undefined ? 1 : 0;
  const period = periodAt(memory.period, at);
  return {
    ...memory,
    model,
    hours: counted(memory.hours, at, lost),
    period: {
      ...period,
      answered: period.answered + 1,
      abandoned: period.abandoned + lost,
    },
  };
}

function durations({ timestamps }: Attempt): readonly PacingOutcome[] {
  const { connectedToAgent: from, disconnected: to, wrapUpEnded } = timestamps;
  if (from === undefined || to === undefined) return [];
  const talked = { kind: 'talked', at: to, lasted: Math.max(0, to - from) } as const;
  if (wrapUpEnded === undefined) return [talked];
  const lasted = Math.max(0, wrapUpEnded - to);
  return [talked, { kind: 'wrapped-up', at: wrapUpEnded, lasted }];
}

function counted(
  hours: readonly HourOfCalls[],
  when: number,
  lost: number,
): readonly HourOfCalls[] {
  const at = Math.floor(when / HOUR) * HOUR;
  const had = hours.find((hour) => hour.at === at) ?? { at, answered: 0, abandoned: 0 };
  const abandoned = had.abandoned + lost;
  const kept = hours.filter((hour) => hour.at !== at && hour.at > when - DAY);
  return [...kept, { at, answered: had.answered + 1, abandoned }].toSorted((a, b) => a.at - b.at);
}
