// NEW-4: campaigns over their lists of contacts, before a single call is made: one alone, or the
// whole centre, whose campaigns share agents. The use cases, the compiled rules and the pacing are
// those of the product; people and agents are simulated; nothing is kept that is over, so that a
// hundred thousand records pass in little memory. The same seed gives the same figures on any
// machine.

import { countsWithEnded } from '../../application/campaigns/counts-with-ended.ts';
import type { Ports } from '../../application/ports/ports.ts';
import type { TaskName } from '../../application/tasks/tasks.ts';
import { UNKNOWN_COLUMNS } from '../../contacts/contacts.ts';
import { readReport } from '../../contacts/report.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import { plusPeriod } from '../../domain/model/period.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { BehaviourFile } from '../../language/schema/behaviour.ts';
import type { PricesFile } from '../../language/schema/prices.ts';
import { callersOf } from '../centre/known-callers.ts';
import { Simulation } from '../centre/simulation.ts';
import type { AgentIdentity } from '../phone-network/agent.ts';
import { AgentHours } from './agent-hours.ts';
import {
  type CampaignResult,
  type CentreResult,
  campaignFigures,
  type Imported,
  totalFigures,
} from './campaign-figures.ts';
import { discrepanciesOf } from './discrepancies.ts';
import { type CentreFigures, localMoment, recordFigures } from './figures.ts';
import { peopleOf } from './people-of.ts';
import { RunCosts } from './run-costs.ts';
import { CampaignTally } from './tally.ts';

export interface PlannedCampaign {
  readonly id: string;
  /** Missing for a campaign that only calls back who has called. */
  readonly contacts?: { readonly name: string; readonly bytes: Uint8Array };
  /** Agent groups that serve its queues. */
  readonly groups: readonly string[];
}

/** Plain data, so that it can be handed to another thread. */
export interface DryRunPlan {
  readonly definitions: Definitions;
  /** They are switched on together; others of the definitions stay off. */
  readonly campaigns: readonly PlannedCampaign[];
  readonly agents: readonly AgentIdentity[];
  /** Calls an hour that come in, spread over the campaigns that take calls. */
  readonly callers: number;
  readonly from: Instant;
  readonly days: number;
  readonly seed: string;
  readonly behaviour: BehaviourFile;
  readonly prices: PricesFile;
  /** MB of each function. */
  readonly memory: Readonly<Record<TaskName, number>>;
}

export interface DryRunProgress {
  /** Simulated, epoch ms. */
  readonly at: number;
  /** 0 to 1, by the days or by the records worked off, whichever is further. */
  readonly share: number;
  readonly calls: number;
  readonly left: number;
}

export interface DryRunHooks {
  readonly onProgress?: (progress: DryRunProgress) => void;
  /** Asked now and then; true ends the run where it is. */
  readonly isStopped?: () => boolean;
}

/** refused: why the campaign cannot run, or why nothing could be imported. */
export type DryRunOutcome =
  | { readonly kind: 'ran'; readonly figures: CentreFigures }
  | {
      readonly kind: 'refused';
      readonly campaign: string;
      /** list: no row could be imported · switch: it cannot be switched on */
      readonly because: 'list' | 'switch';
      readonly reasons: readonly string[];
    };
type Refusal = Extract<DryRunOutcome, { kind: 'refused' }>;

/** Seconds between two looks at how far the run has come. */
const LOOK_EVERY = 600;
/** Enough to know what they use, few enough to cost no time. */
const IDLE_TICKS_SAMPLED = 25;
const NOTHING_IMPORTED = { imported: 0, duplicates: 0, rejected: 0 };

export async function dryRun(plan: DryRunPlan, hooks: DryRunHooks = {}): Promise<DryRunOutcome> {
  return new DryRun(plan, hooks).run();
}

class DryRun {
  private readonly plan: DryRunPlan;
  private readonly hooks: DryRunHooks;
  private readonly tallies: ReadonlyMap<string, CampaignTally>;
  private readonly agentHours = new AgentHours();
  private readonly costs: RunCosts;
  private readonly imports = new Map<string, Imported>();
  private readonly simulation: Simulation;
  private readonly until: Instant;

  constructor(plan: DryRunPlan, hooks: DryRunHooks) {
    const { definitions, campaigns, behaviour, from } = plan;
    this.plan = plan;
    this.hooks = hooks;
    this.until = plusPeriod(from, { days: plan.days, seconds: 0 }, definitions.centre.timeZone);
    this.tallies = new Map(campaigns.map(({ id }) => [id, new CampaignTally()]));
    this.costs = new RunCosts(definitions, (message) =>
      this.tallies.get(message.campaign)?.sent(message),
    );
    const ids = campaigns.map(({ id }) => id);
    this.simulation = new Simulation({
      definitions,
      start: from,
      seed: plan.seed,
      agents: plan.agents,
      behaviour: peopleOf(behaviour, definitions, ids),
      weights: behaviour.classifiers,
      checked: false,
      keepsHistory: false,
      portsFor: (task: TaskName, ports: Ports, standsFor: number) =>
        this.costs.portsFor(task, ports, standsFor),
      idleTicksSampled: IDLE_TICKS_SAMPLED,
      watch: {
        contact: (facts, type, { campaign, direction }) =>
          this.tallies.get(campaign)?.contact(facts, type, direction),
        agent: (presence, now) => {
          this.costs.agent(presence, now);
          this.agentHours.turned(presence, now);
        },
      },
    });
    this.simulation.ports.journal.listen((written) => {
      this.tallies.get(written.campaign)?.journal(written);
      this.costs.journal(written, this.simulation.now());
    });
  }

  async run(): Promise<DryRunOutcome> {
    const { campaigns } = this.plan;
    for (const campaign of campaigns) {
      const refused = (await this.importList(campaign)) ?? (await this.switchOn(campaign));
      if (refused) return refused;
    }
    this.letPeopleCall();
    const ended = await this.toTheEnd();
    return { kind: 'ran', figures: await this.figures(ended) };
  }

  private async importList({ id, contacts }: PlannedCampaign): Promise<Refusal | undefined> {
    if (contacts === undefined) return undefined;
    const { ports } = this.simulation;
    const key = `imports/${id}/${contacts.name}`;
    ports.files.put(key, contacts.bytes);
    const imported = await this.simulation.perform('import-contacts', { campaign: id, key });
    this.imports.set(id, imported);
    if (imported.imported > 0) return undefined;
    const reasons = reasonsIn(ports.files.text(imported.report));
    return { kind: 'refused', campaign: id, because: 'list', reasons };
  }

  private async switchOn({ id }: PlannedCampaign): Promise<Refusal | undefined> {
    const switching = { campaign: id, to: 'running', by: 'ringback simulate' } as const;
    const switched = await this.simulation.perform('switch-campaign', switching);
    if (switched.kind !== 'refused') return undefined;
    return { kind: 'refused', campaign: id, because: 'switch', reasons: switched.reasons };
  }

  private letPeopleCall(): void {
    const { plan, simulation } = this;
    const answering = plan.campaigns.filter(
      ({ id }) => plan.definitions.campaigns[id]?.channels.inbound,
    );
    const perHour = plan.callers / answering.length;
    if (plan.callers === 0) return;
    for (const { id } of answering) {
      const people = callersOf([...simulation.ports.records.all(campaignId(id))]);
      simulation.incoming.startCallers(id, { perHour, people });
    }
  }

  /** @returns whether it came to its end by itself */
  private async toTheEnd(): Promise<boolean> {
    const { simulation, until, hooks } = this;
    const imported = [...this.imports.values()].reduce((sum, each) => sum + each.imported, 0);
    while (simulation.now() < until) {
      if (hooks.isStopped?.()) return false;
      const next = plus(simulation.now(), LOOK_EVERY);
      await simulation.runUntil(next < until ? next : until);
      const left = await this.left();
      hooks.onProgress?.(this.progress(left, imported));
      if (imported > 0 && left === 0 && (await this.isQuiet())) return true;
    }
    return true;
  }

  /** Records left to call, of all campaigns. */
  private async left(): Promise<number> {
    const { records } = this.simulation.ports;
    const nothing = { duplicates: 0, rejected: 0, callers: 0 };
    const left = this.plan.campaigns.map(async ({ id }) => {
      const { scheduled, open } = recordFigures(await records.counts(campaignId(id)), nothing);
      return scheduled + open;
    });
    return (await Promise.all(left)).reduce((sum, count) => sum + count, 0);
  }

  /** No call is under way. */
  private async isQuiet(): Promise<boolean> {
    const { records } = this.simulation.ports;
    const calls = this.plan.campaigns.map(({ id }) => records.inFlight(campaignId(id)));
    return (await Promise.all(calls)).every((inFlight) => inFlight.length === 0);
  }

  private progress(left: number, imported: number): DryRunProgress {
    const at = this.simulation.now();
    const ofDays = (at - this.plan.from) / (this.until - this.plan.from);
    const ofList = imported === 0 ? 0 : 1 - left / imported;
    const calls = [...this.tallies.values()].reduce(
      (sum, tally) => sum + tally.count('call.placed') + tally.inbound.calls.size,
      0,
    );
    return { at, share: Math.max(ofDays, ofList), left, calls };
  }

  private async figures(ended: boolean): Promise<CentreFigures> {
    const { plan, simulation, agentHours, costs } = this;
    const zone = plan.definitions.centre.timeZone;
    const now = simulation.now();
    agentHours.close(now);
    const results = await Promise.all(
      plan.campaigns.map((each) => this.resultOf(each, this.tallies.get(each.id))),
    );
    const centre: CentreResult = {
      campaigns: results.flatMap((result) => result ?? []),
      agents: plan.agents.length,
      agentHours,
      zone,
    };
    const campaigns = centre.campaigns.map((result) => campaignFigures(result, centre));
    return {
      seed: plan.seed,
      timeZone: zone,
      from: localMoment(plan.from, zone),
      to: localMoment(now, zone),
      partial: !ended,
      campaigns,
      total: totalFigures(campaigns, centre),
      cost: costs.bill(plan, centre, now),
      discrepancies: discrepanciesOf(
        simulation,
        centre.campaigns.flatMap((result, n) => {
          const figures = campaigns[n];
          return figures ? [{ result, figures }] : [];
        }),
      ),
    };
  }

  private async resultOf(
    { id, groups }: PlannedCampaign,
    tally: CampaignTally | undefined,
  ): Promise<CampaignResult | undefined> {
    const { definitions, agents } = this.plan;
    const campaign = definitions.campaigns[id];
    if (!campaign || !tally) return undefined;
    const { records, campaigns } = this.simulation.ports;
    return {
      id,
      campaign,
      groups,
      agents: agents.filter(({ group }) => groups.includes(group)).length,
      tally,
      counts: await countsWithEnded(campaignId(id), records),
      state: (await campaigns.load(campaignId(id))).state,
      imported: this.imports.get(id) ?? NOTHING_IMPORTED,
    };
  }
}

/** Why no row of the file was imported, from the report. */
function reasonsIn(report: string | undefined): readonly string[] {
  const reasons = readReport(report ?? '')
    .map(({ row, reasons }) => ({ row, reason: reasons.join('; ') }))
    .filter(({ reason }) => reason !== UNKNOWN_COLUMNS)
    .map(({ row, reason }) => `row ${row}: ${reason}`);
  return reasons.length > 0 ? reasons : ['the file holds no rows'];
}
