// The figures of one campaign at the end of a run, and the sums of all campaigns.
import type { CampaignSwitch, Counts } from '../../domain/campaigns/campaign-state.ts';
import { pacingSettingsOf } from '../../domain/dialing/pacing-input.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import type { AgentHours, AgentTimes } from './agent-hours.ts';
import {
  abandonedShare,
  type CallFigures,
  type CampaignFigures,
  callFigures,
  counted,
  dayFigures,
  hourFigures,
  localMoment,
  recordFigures,
  type TotalFigures,
  utilisationOf,
} from './figures.ts';
import { HOUR, HourSums } from './hour-sums.ts';
import { type InboundSums, inboundSums } from './inbound-tally.ts';
import { type CampaignTally, LINE_COUNTS, type LineCount, type LineCounts } from './tally.ts';

/** Rows of the list; all 0 without one. */
export interface Imported {
  readonly imported: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** What the figures of a campaign are made of. */
export interface CampaignResult {
  readonly id: string;
  readonly campaign: Campaign;
  readonly groups: readonly string[];
  readonly agents: number;
  readonly tally: CampaignTally;
  readonly counts: Counts;
  readonly state: CampaignSwitch;
  readonly imported: Imported;
}

export interface CentreResult {
  readonly campaigns: readonly CampaignResult[];
  /** Of the whole centre. */
  readonly agents: number;
  readonly agentHours: AgentHours;
  readonly zone: string;
}

export function campaignFigures(result: CampaignResult, centre: CentreResult): CampaignFigures {
  const { id, campaign, groups, agents, tally, counts, state } = result;
  const { zone, agentHours } = centre;
  const { outbound, inbound, sms } = campaign.channels;
  const cap = outbound ? pacingSettingsOf(outbound).cap : 0;
  const records = recordFigures(counts, { ...result.imported, callers: tally.callers });
  const isExhausted = result.imported.imported > 0 && records.scheduled + records.open === 0;
  const ended = isExhausted ? tally.lastCallEnded : undefined;
  return {
    campaign: id,
    mode: outbound?.mode ?? (sms === undefined ? '' : 'texts'),
    agents,
    cap,
    state,
    exhaustedAt: ended === undefined ? undefined : localMoment(ended as Instant, zone),
    records,
    funnel: {
      imported: records.imported,
      called: tally.cameTo('called'),
      reached: tally.cameTo('reached'),
      classified: tally.cameTo('classified'),
      success: counts.success ?? 0,
    },
    calls: callFigures(counts, tally.count('call.placed')),
    classifiers: counted(tally.classifiers),
    closedBecause: counted(tally.closed),
    messages: { ...tally.messages },
    ...blockedOf([tally.blocked()]),
    inbound: inbound && inboundSums(tally.inbound),
    ...timed(tally.lines.entries(), agentHours.times(groups), { zone, cap }),
  };
}

/** What follows from calls and agents by the hour. */
function timed(
  lines: LineCounts,
  agentTimes: AgentTimes,
  { zone, cap }: { readonly zone: string; readonly cap: number },
): Pick<
  CampaignFigures,
  'contacts' | 'hours' | 'days' | 'abandoned' | 'utilisation' | 'staffedHours'
> {
  const times = [...agentTimes.values()];
  const sum = (name: LineCount) =>
    [...lines.values()].reduce((total, hour) => total + hour[name], 0);
  return {
    contacts: sum('contacts'),
    hours: hourFigures(lines, agentTimes, zone),
    days: dayFigures(lines, agentTimes, { zone, cap }),
    abandoned: abandonedShare(sum('answers'), sum('abandoned'), sum('late')),
    utilisation: utilisationOf(times),
    staffedHours: times.reduce((total, { staffed }) => total + staffed, 0) / HOUR,
  };
}

/** Of all campaigns together; the cap is the highest of theirs. */
export function totalFigures(
  figures: readonly CampaignFigures[],
  { campaigns, agents, agentHours, zone }: CentreResult,
): TotalFigures {
  const lists = campaigns.filter(({ imported }) => imported.imported > 0);
  const moments = figures.flatMap(({ exhaustedAt }) => exhaustedAt ?? []);
  const cap = Math.max(0, ...figures.map((each) => each.cap));
  const lines = new HourSums<LineCount>(LINE_COUNTS);
  for (const { tally } of campaigns) lines.addAll(tally.lines.entries());
  const inbound = figures.flatMap((each) => each.inbound ?? []);
  return {
    agents,
    cap,
    exhaustedAt: moments.length === lists.length ? moments.toSorted().at(-1) : undefined,
    records: summed(figures.map(({ records }) => records)),
    funnel: summed(figures.map(({ funnel }) => funnel)),
    calls: summed<CallFigures>(figures.map(({ calls }) => calls)),
    classifiers: countedTogether(campaigns.map(({ tally }) => tally.classifiers)),
    closedBecause: countedTogether(campaigns.map(({ tally }) => tally.closed)),
    messages: summed(figures.map(({ messages }) => messages)),
    ...blockedOf(figures.flatMap(({ blocked }) => blocked ?? [])),
    inbound: inbound.length === 0 ? undefined : summed<InboundSums>(inbound),
    ...timed(lines.entries(), agentHours.times(), { zone, cap }),
  };
}

type Blocked = NonNullable<CampaignFigures['blocked']>;

function blockedOf(all: readonly Blocked[]): { readonly blocked?: Blocked } {
  const blocked = summed<Blocked>(all);
  return Object.values(blocked).some((count) => count > 0) ? { blocked } : {};
}

type Numbers<T> = { readonly [K in keyof T]: number };

function summed<T extends Numbers<T>>(all: readonly T[]): T {
  const sums: Record<string, number> = {};
  for (const each of all)
    for (const [name, count] of Object.entries<number>(each))
      sums[name] = (sums[name] ?? 0) + count;
  return sums as T;
}

function countedTogether(
  all: readonly ReadonlyMap<string, number>[],
): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [name, count] of all.flatMap((counts) => [...counts]))
    sums.set(name, (sums.get(name) ?? 0) + count);
  return counted(sums);
}
