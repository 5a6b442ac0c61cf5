// A dry run: a campaign over a list of people, from switching on to its end, on a virtual clock.
// The same seed gives the same run on any machine; a run that fails names its seed.
import type { CampaignSwitch, Counts } from '../domain/campaigns/campaign-state.ts';
import { campaignId } from '../domain/model/ids.ts';
import { type Instant, plus } from '../domain/model/instant.ts';
import type { Message } from '../domain/model/message.ts';
import { Centre, type CentreOptions } from './centre/centre.ts';
import type { DeadJob } from './centre/job-queue.ts';
import { type Person, recordOf } from './centre/people.ts';
import { discrepancies } from './centre/reconcile.ts';
import type { WorldStats } from './world/world-contract.ts';

export interface SimulationOptions extends CentreOptions {
  /** Id of the campaign that is switched on. */
  readonly campaign: string;
  readonly records: readonly Person[];
  /** Two weeks after the start when missing. */
  readonly until?: Instant;
  /** Told once every simulated hour. */
  readonly onProgress?: (progress: Progress) => void;
}

interface Progress {
  readonly at: Instant;
  readonly counts: Counts;
}

export interface SimulationResult {
  readonly seed: number | string;
  readonly from: Instant;
  /** When the campaign ended, or the simulation did. */
  readonly to: Instant;
  readonly state: CampaignSwitch;
  readonly counts: Counts;
  /** Text messages and e-mails the providers took, in order. */
  readonly messages: readonly Message[];
  readonly world: WorldStats;
  /**
   * Physical calls no attempt stands for, or that met another call to the number (DIA-7): always 0.
   */
  readonly doubleDialed: number;
  readonly deadJobs: readonly DeadJob[];
  readonly refusals: readonly string[];
  /** What does not add up: always empty. */
  readonly discrepancies: readonly string[];
  /** For a closer look: the journal, records and attempts in its ports. */
  readonly centre: Centre;
}

const TWO_WEEKS = 14 * 86_400;
const HOUR = 3600;

export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { campaign, records, start, until = plus(start, TWO_WEEKS), seed } = options;
  const centre = new Centre(options);
  try {
    for (const person of records) await add(centre, person, campaign);
    await switchOn(centre, campaign);
    await run(centre, until, options);
    return await resultOf(centre, options);
  } catch (cause) {
    throw new Error(`the simulation with seed ${JSON.stringify(seed)} failed: ${cause}`, { cause });
  }
}

/** Adds a person to the campaign, as an import would. */
export async function add(centre: Centre, person: Person, campaign: string): Promise<void> {
  const record = recordOf(person, campaign, centre.now());
  const entry = { type: 'record.added', at: centre.now(), by: 'simulation' } as const;
  await centre.ports.records.commit({ before: undefined, after: record, entries: [entry] });
}

async function switchOn(centre: Centre, campaign: string): Promise<void> {
  const switched = await centre.perform('switch-campaign', {
    campaign,
    to: 'running',
    by: 'simulation',
  });
  if (switched.kind === 'refused') throw new Error(switched.reasons.join('; '));
}

/** Hour by hour, until the campaign has ended and nothing of it is under way. */
async function run(centre: Centre, until: Instant, options: SimulationOptions): Promise<void> {
  const campaign = campaignId(options.campaign);
  while (centre.now() < until) {
    await centre.runUntil(earlier(plus(centre.now(), HOUR), until));
    const [state, inFlight, counts] = await Promise.all([
      centre.ports.campaigns.load(campaign),
      centre.ports.records.inFlight(campaign),
      centre.ports.records.counts(campaign),
    ]);
    options.onProgress?.({ at: centre.now(), counts });
    if (state.state === 'ended' && inFlight.length === 0) return;
  }
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

async function resultOf(centre: Centre, options: SimulationOptions): Promise<SimulationResult> {
  const campaign = campaignId(options.campaign);
  const { sms, email, records, campaigns } = centre.ports;
  const world = centre.world.stats();
  return {
    seed: options.seed,
    from: options.start,
    to: centre.now(),
    state: (await campaigns.load(campaign)).state,
    counts: await records.counts(campaign),
    messages: [...sms.sent, ...email.sent].toSorted((a, b) => a.changedAt - b.changedAt),
    world,
    doubleDialed: world.doubleDialed,
    deadJobs: centre.deadJobs,
    refusals: centre.refusals,
    discrepancies: await discrepancies(centre, options.campaign),
    centre,
  };
}
