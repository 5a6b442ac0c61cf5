// The results of a dry run, as plain data: what is printed, compared, drawn and given out as JSON
// comes from here alone.
import type { CampaignSwitch, Counts } from '../../domain/campaigns/campaign-state.ts';
import { total } from '../../domain/campaigns/counts.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import { localDate } from '../../domain/model/time-zone.ts';
import type { HoldUp } from '../../domain/timeline/held-by.ts';
import { CALL_STATUSES, type CallStatus } from '../../language/schema/rule.ts';
import type { RunCost } from '../costs/run-cost.ts';
import { toLocal } from '../scenarios/local-time.ts';
import type { AgentTimeKind, AgentTimes } from './agent-hours.ts';
import { HOUR } from './hour-sums.ts';
import type { InboundSums } from './inbound-tally.ts';
import type { LineCount, LineCounts } from './tally.ts';

export interface HourFigures {
  /** Local, YYYY-MM-DDTHH:MM. */
  readonly hour: string;
  readonly calls: number;
  /** People who picked up. */
  readonly answers: number;
  /** Conversations with an agent. */
  readonly contacts: number;
  /** Mean number of agents at work, and of those with a contact or its wrap-up. */
  readonly agents: number;
  readonly busy: number;
}

export interface AbandonedShare {
  readonly answers: number;
  /** Nobody took the call, or nobody within two seconds of the greeting. */
  readonly abandoned: number;
  /** Of them, those an agent still took. */
  readonly late: number;
  /** 0 to 1. */
  readonly share: number;
}

export interface DayFigures extends AbandonedShare {
  /** Local, YYYY-MM-DD. */
  readonly day: string;
  readonly calls: number;
  readonly contacts: number;
  readonly overCap: boolean;
  readonly utilisation: number;
}

export interface RecordFigures {
  /** Imported from the list, and added by calls. */
  readonly imported: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Added by calls from numbers not known before. */
  readonly callers: number;
  /**
   * `closed`: for good; `setAside`: worked, and left to a person; `scheduled`: a call is planned;
   * `left`: an agent spoke and did not classify; `open`: the rest.
   */
  readonly closed: number;
  readonly setAside: number;
  readonly scheduled: number;
  readonly left: number;
  readonly open: number;
}

/** Of one campaign. */
export interface CampaignFigures {
  readonly campaign: string;
  /** '' for a campaign that only takes calls. */
  readonly mode: string;
  /** Who serve its queues, for this campaign and for others. */
  readonly agents: number;
  /** Highest share abandoned that is allowed, 0 to 1. */
  readonly cap: number;
  readonly state: CampaignSwitch;
  /** When the last call of the list ended; missing while records are left to call. */
  readonly exhaustedAt?: string;
  readonly records: RecordFigures;
  readonly funnel: Funnel;
  readonly calls: CallFigures;
  readonly contacts: number;
  readonly classifiers: Readonly<Record<string, number>>;
  readonly closedBecause: Readonly<Record<string, number>>;
  readonly messages: MessageFigures;
  /** Records by what kept them from being contacted, or put them off; missing when nothing did. */
  readonly blocked?: Readonly<Record<HoldUp, number>>;
  readonly hours: readonly HourFigures[];
  readonly days: readonly DayFigures[];
  readonly abandoned: AbandonedShare;
  /** Share of staffed time with a contact or its wrap-up, 0 to 1, of the agents above. */
  readonly utilisation: number;
  readonly staffedHours: number;
  /** Calls that came in; missing for a campaign that takes none. */
  readonly inbound?: InboundSums;
}

interface Funnel {
  readonly imported: number;
  readonly called: number;
  readonly reached: number;
  readonly classified: number;
  readonly success: number;
}

export type CallFigures = { readonly total: number; readonly underWay: number } & Readonly<
  Record<CallStatus, number>
>;

interface MessageFigures {
  readonly sms: number;
  readonly smsParts: number;
  readonly email: number;
}

/** Of all campaigns together. */
export type TotalFigures = Omit<CampaignFigures, 'campaign' | 'mode' | 'state'>;

interface RunFigures {
  readonly seed: string;
  readonly timeZone: string;
  /** Local moments. */
  readonly from: string;
  readonly to: string;
  /** Stopped before the days were over or the list was. */
  readonly partial: boolean;
  readonly cost: RunCost;
  /** What does not add up; empty in a sound run. */
  readonly discrepancies: readonly string[];
}

/** A run of several campaigns. */
export interface CentreFigures extends RunFigures {
  readonly campaigns: readonly CampaignFigures[];
  readonly total: TotalFigures;
}

/** A run of one campaign. */
export interface DryRunFigures extends RunFigures, CampaignFigures {}

/** @returns undefined when several campaigns ran */
export function figuresOfOne({
  campaigns,
  total: _,
  ...run
}: CentreFigures): DryRunFigures | undefined {
  const [campaign, ...others] = campaigns;
  return campaign === undefined || others.length > 0 ? undefined : { ...campaign, ...run };
}

/** Hours in which something happened, in order. */
export function hourFigures(
  lines: LineCounts,
  agentHours: AgentTimes,
  zone: string,
): readonly HourFigures[] {
  return hoursOf(lines, agentHours).map((at) => {
    const { calls = 0, answers = 0, contacts = 0 } = lines.get(at) ?? {};
    const { staffed = 0, busy = 0 } = agentHours.get(at) ?? {};
    const hour = toLocal(instant(at), zone);
    return {
      hour,
      calls,
      answers,
      contacts,
      agents: round(staffed / HOUR),
      busy: round(busy / HOUR),
    };
  });
}

export function dayFigures(
  lines: LineCounts,
  agentHours: AgentTimes,
  { zone, cap }: { readonly zone: string; readonly cap: number },
): readonly DayFigures[] {
  const byDay = Map.groupBy(hoursOf(lines, agentHours), (at) => localDate(instant(at), zone));
  return [...byDay].map(([day, hours]) => {
    const sum = (name: LineCount) =>
      hours.reduce((total, at) => total + (lines.get(at)?.[name] ?? 0), 0);
    const share = abandonedShare(sum('answers'), sum('abandoned'), sum('late'));
    return {
      day,
      calls: sum('calls'),
      contacts: sum('contacts'),
      ...share,
      overCap: share.share > cap,
      utilisation: utilisationOf(hours.flatMap((at) => agentHours.get(at) ?? [])),
    };
  });
}

export function abandonedShare(answers: number, unanswered: number, late: number): AbandonedShare {
  const abandoned = unanswered + late;
  return { answers, abandoned, late, share: answers === 0 ? 0 : round(abandoned / answers, 5) };
}

export function utilisationOf(hours: readonly Readonly<Record<AgentTimeKind, number>>[]): number {
  const sum = (name: AgentTimeKind) => hours.reduce((total, hour) => total + hour[name], 0);
  return sum('staffed') === 0 ? 0 : round(sum('busy') / sum('staffed'), 4);
}

export function recordFigures(
  counts: Counts,
  { duplicates, rejected, callers }: Pick<RecordFigures, 'duplicates' | 'rejected' | 'callers'>,
): RecordFigures {
  const of = (...states: readonly string[]) =>
    states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const imported = total(counts);
  const closed = of('closed', 'blacklisted', 'deleted');
  const setAside = of('set-aside');
  const scheduled = of('recall-scheduled');
  const left = of('unhandled');
  const open = of('new', 'being-contacted', 'in-wrap-up');
  return { imported, duplicates, rejected, callers, closed, setAside, scheduled, left, open };
}

export function callFigures(counts: Counts, placed: number): CallFigures {
  const ended = Object.fromEntries(
    CALL_STATUSES.map((status) => [status, counts[`call:${status}`] ?? 0]),
  ) as Record<CallStatus, number>;
  const over = Object.values(ended).reduce((sum, count) => sum + count, 0);
  return { total: placed, underWay: placed - over, ...ended };
}

function hoursOf(...sums: readonly ReadonlyMap<number, unknown>[]): readonly number[] {
  return [...new Set(sums.flatMap((hours) => [...hours.keys()]))].toSorted((a, b) => a - b);
}

/** Sorted by count, the larger first, then by name. */
export function counted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

export const localMoment = (at: Instant, zone: string): string => toLocal(at, zone);

function round(value: number, digits = 2): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
