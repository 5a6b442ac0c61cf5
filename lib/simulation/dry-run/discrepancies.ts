// What must come to the same in a run, because it was counted in several places: the store's
// counters, the journal and the telephone network.
import { ContactEnding } from '../../domain/model/call-status.ts';
import type { Simulation } from '../centre/simulation.ts';
import type { CampaignResult } from './campaign-figures.ts';
import type { CampaignFigures } from './figures.ts';

type Counted = Pick<Simulation, 'network' | 'deadJobs' | 'refusals' | 'now'>;

export function discrepanciesOf(
  simulation: Counted,
  campaigns: readonly { readonly result: CampaignResult; readonly figures: CampaignFigures }[],
): readonly string[] {
  const several = campaigns.length > 1;
  return [
    ...campaigns.flatMap(({ result, figures }) =>
      ofCampaign(result, figures).map((found) => (several ? `${result.id}: ${found}` : found)),
    ),
    ...ofNetwork(
      simulation,
      campaigns.map(({ result }) => result),
    ),
    ...simulation.deadJobs.map(({ name, error }) => `${name} was given up: ${error}`),
    ...simulation.refusals.map((reason) => `a classification was refused: ${reason}`),
  ];
}

function ofCampaign(
  { tally, counts }: CampaignResult,
  { records, calls, inbound }: CampaignFigures,
): readonly string[] {
  const { imported, closed, setAside, scheduled, left, open } = records;
  const endings = ContactEnding.options.map((ending) => counts[`inbound:${ending}`] ?? 0);
  const { answered = 0, forwarded = 0, missed = 0 } = inbound ?? {};
  return [
    ...differs('records, records by state', imported, closed + setAside + scheduled + left + open),
    ...differs(
      'records in the counters, records added in the journal',
      imported,
      tally.count('record.added'),
    ),
    ...differs(
      'calls ended in the counters and in the journal',
      calls.total - calls.underWay,
      tally.count('call.ended'),
    ),
    ...differs(
      'inbound calls ended in the counters and in the journal',
      endings.reduce((sum, count) => sum + count, 0),
      answered + forwarded + missed,
    ),
  ];
}

function ofNetwork(simulation: Counted, campaigns: readonly CampaignResult[]): readonly string[] {
  const { network } = simulation;
  const stats = network.stats();
  const sum = (of: (campaign: CampaignResult) => number) =>
    campaigns.reduce((total, campaign) => total + of(campaign), 0);
  const placed = sum(({ tally }) => tally.count('call.placed') + tally.inbound.surveyCalls);
  const received = sum(({ tally }) => tally.inbound.calls.size);
  return [
    ...differs('calls placed in the journal, calls in the telephone network', placed, stats.calls),
    ...differs(
      'inbound calls in the journal and in the telephone network',
      received + notTakenIn(network, campaigns, simulation.now()),
      stats.received,
    ),
    ...differs('double calls, none allowed', stats.doubleDialed, 0),
  ];
}

/** Simulated ms within which the news of a call reaches the journal. */
const NEWS_TAKES = 5000;

/** Calls of the last seconds, of which the journal does not know yet. */
function notTakenIn(
  network: Counted['network'],
  campaigns: readonly CampaignResult[],
  now: number,
): number {
  const known = new Set(
    campaigns.flatMap(({ tally }) =>
      [...tally.inbound.calls.values()].map(({ contact }) => contact),
    ),
  );
  return [...network.arrivals()].filter(
    ({ contact, start, end }) => !known.has(contact) && now - (end ?? start) < NEWS_TAKES,
  ).length;
}

const differs = (what: string, one: number, other: number): readonly string[] =>
  one === other ? [] : [`${what}: ${one} and ${other}`];
