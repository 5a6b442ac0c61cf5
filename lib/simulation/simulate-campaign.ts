// A dry run: a campaign over a list of people, from switching on to its end, on a virtual clock.
// The same seed gives the same run on any machine; a run that fails names its seed.
import { countsWithEnded } from '../application/campaigns/counts-with-ended.ts';
import type { CampaignSwitch, Counts } from '../domain/campaigns/campaign-state.ts';
import { campaignId } from '../domain/model/ids.ts';
import type { Instant } from '../domain/model/instant.ts';
import { plus } from '../domain/model/instant.ts';
import type { Message } from '../domain/model/message.ts';
import type { DeadJob } from './centre/job-queue.ts';
import type { SimulatedPerson } from './centre/people.ts';
import { recordOf } from './centre/people.ts';
import { discrepancies } from './centre/reconcile.ts';
import { Simulation } from './centre/simulation.ts';
import type { SimulationOptions } from './centre/simulation-options.ts';
import type { PhoneNetworkStats } from './phone-network/phone-network.ts';

export interface CampaignSimulationOptions extends SimulationOptions {
  /** Id of the campaign that is switched on. */
  readonly campaign: string;
  readonly records: readonly SimulatedPerson[];
  /** Two weeks after the start when missing. */
  readonly until?: Instant;
  /** Called once per simulated hour. */
  readonly onProgress?: (progress: Progress) => void;
}

interface Progress {
  readonly at: Instant;
  readonly counts: Counts;
}

export interface CampaignSimulationResult {
  readonly seed: number | string;
  readonly from: Instant;
  /** When the campaign ended, or the simulation did. */
  readonly to: Instant;
  readonly state: CampaignSwitch;
  readonly counts: Counts;
  /** Text messages and e-mails the providers took, in order. */
  readonly messages: readonly Message[];
  readonly network: PhoneNetworkStats;
  /**
   * Physical calls no attempt stands for, or that met another call to the number (DIA-7): always 0.
   */
  readonly doubleDialed: number;
  readonly deadJobs: readonly DeadJob[];
  readonly refusals: readonly string[];
  /** What does not add up: always empty. */
  readonly discrepancies: readonly string[];
  /** For a closer look: the journal, records and attempts in its ports. */
  readonly simulation: Simulation;
}

const TWO_WEEKS = 14 * 86_400;
const HOUR = 3600;

export async function simulateCampaign(
  options: CampaignSimulationOptions,
): Promise<CampaignSimulationResult> {
  const { campaign, records, start, until = plus(start, TWO_WEEKS), seed } = options;
  const simulation = new Simulation(options);
  try {
    for (const person of records) await addRecord(simulation, person, campaign);
    await switchOn(simulation, campaign);
    await run(simulation, until, options);
    return await resultOf(simulation, options);
  } catch (cause) {
    throw new Error(`the simulation with seed ${JSON.stringify(seed)} failed: ${cause}`, { cause });
  }
}

/** Adds a person to the campaign, as an import would. */
export async function addRecord(
  simulation: Simulation,
  person: SimulatedPerson,
  campaign: string,
): Promise<void> {
  const record = recordOf(person, campaign, simulation.now());
  const entry = { type: 'record.added', at: simulation.now(), by: 'simulation' } as const;
  await simulation.ports.records.commit({ before: undefined, after: record, entries: [entry] });
}

async function switchOn(simulation: Simulation, campaign: string): Promise<void> {
  const switched = await simulation.perform('switch-campaign', {
    campaign,
    to: 'running',
    by: 'simulation',
  });
  if (switched.kind === 'refused') throw new Error(switched.reasons.join('; '));
}

/** Hour by hour, until the campaign has ended and nothing of it is under way. */
async function run(
  simulation: Simulation,
  until: Instant,
  options: CampaignSimulationOptions,
): Promise<void> {
  const campaign = campaignId(options.campaign);
  while (simulation.now() < until) {
    await simulation.runUntil(earlier(plus(simulation.now(), HOUR), until));
    const [state, inFlight, counts] = await Promise.all([
      simulation.ports.campaigns.load(campaign),
      simulation.ports.records.inFlight(campaign),
      simulation.ports.records.counts(campaign),
    ]);
    options.onProgress?.({ at: simulation.now(), counts });
    if (state.state === 'ended' && inFlight.length === 0) return;
  }
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

async function resultOf(
  simulation: Simulation,
  options: CampaignSimulationOptions,
): Promise<CampaignSimulationResult> {
  const campaign = campaignId(options.campaign);
  const { sms, email, records, campaigns } = simulation.ports;
  const network = simulation.network.stats();
  return {
    seed: options.seed,
    from: options.start,
    to: simulation.now(),
    state: (await campaigns.load(campaign)).state,
    counts: await countsWithEnded(campaign, records),
    messages: [...sms.sent, ...email.sent].toSorted((a, b) => a.changedAt - b.changedAt),
    network,
    doubleDialed: network.doubleDialed,
    deadJobs: simulation.deadJobs,
    refusals: simulation.refusals,
    discrepancies: await discrepancies(simulation, options.campaign),
    simulation,
  };
}
