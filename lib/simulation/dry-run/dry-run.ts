// NEW-4: the whole campaign over a file of contacts, before a single call is made. The use cases,
// the compiled rules and the pacing are those of the product; callees and agents are simulated;
// nothing is kept that is over, so that a hundred thousand records pass in little memory. The same
// seed gives the same figures on any machine.

import type { TaskName } from '../../application/tasks/tasks.ts';
import { UNKNOWN_COLUMNS } from '../../contacts/contacts.ts';
import { readReport } from '../../contacts/report.ts';
import { pacingSettingsOf } from '../../domain/dialing/pacing-input.ts';
import { textSize } from '../../domain/messaging/text-size.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import { plusPeriod } from '../../domain/model/period.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { BehaviourFile } from '../../language/schema/behaviour.ts';
import type { PricesFile } from '../../language/schema/prices.ts';
import { Simulation } from '../centre/simulation.ts';
import { billOf } from '../costs/bill.ts';
import { quantities } from '../costs/quantities.ts';
import { metered, noUsage } from '../costs/usage.ts';
import type { AgentIdentity } from '../phone-network/agent.ts';
import {
  abandonedShare,
  callFigures,
  counted,
  type DryRunFigures,
  dayFigures,
  hourFigures,
  localMoment,
  recordFigures,
  utilisationOf,
} from './figures.ts';
import { HOUR } from './hour-sums.ts';
import { peopleOf } from './people-of.ts';
import { DryRunTally } from './tally.ts';

/** Plain data, so that it can be handed to another thread. */
export interface DryRunPlan {
  readonly definitions: Definitions;
  readonly campaign: string;
  readonly contacts: { readonly name: string; readonly bytes: Uint8Array };
  readonly agents: readonly AgentIdentity[];
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
  | { readonly kind: 'ran'; readonly figures: DryRunFigures }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** Seconds between two looks at how far the run has come. */
const LOOK_EVERY = 600;

export async function dryRun(plan: DryRunPlan, hooks: DryRunHooks = {}): Promise<DryRunOutcome> {
  return new DryRun(plan, hooks).run();
}

class DryRun {
  private readonly plan: DryRunPlan;
  private readonly hooks: DryRunHooks;
  private readonly tally = new DryRunTally();
  private readonly usage = noUsage();
  private readonly simulation: Simulation;
  private readonly until: Instant;
  private readonly messages = { sms: 0, smsParts: 0, email: 0 };
  private readonly journal = { entries: 0, batches: 0, second: 0, inSecond: 0 };
  private ruleRuns = 0;

  constructor(plan: DryRunPlan, hooks: DryRunHooks) {
    const { definitions, campaign, behaviour, from } = plan;
    this.plan = plan;
    this.hooks = hooks;
    this.until = plusPeriod(from, { days: plan.days, seconds: 0 }, definitions.centre.timeZone);
    this.simulation = new Simulation({
      definitions,
      start: from,
      seed: plan.seed,
      agents: plan.agents,
      behaviour: peopleOf(behaviour, definitions, campaign),
      weights: behaviour.classifiers,
      checked: false,
      keepsHistory: false,
      portsFor: (task, ports) => this.portsFor(task, ports),
      watch: {
        contact: (facts, type) => this.tally.contact(facts, type),
        agent: (presence, now) => this.tally.agent(presence, now),
      },
    });
    this.listen();
  }

  async run(): Promise<DryRunOutcome> {
    const { campaign, contacts } = this.plan;
    const key = `imports/${campaign}/${contacts.name}`;
    this.simulation.ports.files.put(key, contacts.bytes);
    const imported = await this.simulation.perform('import-contacts', { campaign, key });
    if (imported.imported === 0) {
      return {
        kind: 'refused',
        reasons: reasonsIn(this.simulation.ports.files.text(imported.report)),
      };
    }
    const by = 'ringback simulate';
    const switched = await this.simulation.perform('switch-campaign', {
      campaign,
      to: 'running',
      by,
    });
    if (switched.kind === 'refused') return { kind: 'refused', reasons: switched.reasons };
    const ended = await this.toTheEnd(imported.imported);
    return { kind: 'ran', figures: await this.figures(imported, ended) };
  }

  /** @returns whether it came to its end by itself */
  private async toTheEnd(imported: number): Promise<boolean> {
    const { simulation, until, hooks } = this;
    const id = campaignId(this.plan.campaign);
    while (simulation.now() < until) {
      if (hooks.isStopped?.()) return false;
      const next = plus(simulation.now(), LOOK_EVERY);
      await simulation.runUntil(next < until ? next : until);
      const counts = await simulation.ports.records.counts(id);
      const { scheduled, open } = recordFigures(counts, { duplicates: 0, rejected: 0 });
      const left = scheduled + open;
      hooks.onProgress?.(this.progress(left, imported));
      if (await this.isWorkedOff(left)) return true;
    }
    return true;
  }

  /** No record is left to call and no call is under way. */
  private async isWorkedOff(left: number): Promise<boolean> {
    if (left > 0) return false;
    const { records } = this.simulation.ports;
    const inFlight = await records.inFlight(campaignId(this.plan.campaign));
    return inFlight.length === 0;
  }

  private progress(left: number, imported: number): DryRunProgress {
    const at = this.simulation.now();
    const ofDays = (at - this.plan.from) / (this.until - this.plan.from);
    return { at, share: Math.max(ofDays, 1 - left / imported), left, calls: this.calls() };
  }

  private calls = (): number => this.tally.entries.get('call.placed') ?? 0;

  private listen(): void {
    const { simulation, journal } = this;
    simulation.ports.journal.listen((written) => {
      this.tally.journal(written);
      journal.entries++;
      const second = Math.floor(simulation.now() / 1000);
      if (second !== journal.second) Object.assign(journal, { second, inSecond: 0 });
      if (journal.inSecond++ % 10 === 0) journal.batches++;
      const { entry } = written;
      if (entry.type === 'attempt.settled' && entry.rule) this.ruleRuns++;
    });
  }

  private meteredPorts: Parameters<typeof metered>[0] | undefined;

  private portsFor(task: TaskName, ports: Parameters<typeof metered>[0]) {
    const { runs } = this.usage;
    runs.set(task, (runs.get(task) ?? 0) + 1);
    this.meteredPorts ??= this.counting(metered(ports, this.usage));
    return this.meteredPorts;
  }

  /** What the providers took. */
  private counting(ports: ReturnType<typeof metered>): ReturnType<typeof metered> {
    const { messages } = this;
    return {
      ...ports,
      sms: {
        async send(message) {
          const sent = await ports.sms.send(message);
          if (sent.kind !== 'accepted' || message.content.kind !== 'sms') return sent;
          messages.sms++;
          messages.smsParts += textSize(message.content.text).parts;
          return sent;
        },
      },
      email: {
        async send(message) {
          const sent = await ports.email.send(message);
          if (sent.kind === 'accepted') messages.email++;
          return sent;
        },
      },
    };
  }

  private async figures(
    imported: { readonly duplicates: number; readonly rejected: number },
    ended: boolean,
  ): Promise<DryRunFigures> {
    const { plan, simulation, tally, messages } = this;
    const { definitions, campaign } = plan;
    const zone = definitions.centre.timeZone;
    const now = simulation.now();
    tally.agentHours.close(now);
    const id = campaignId(campaign);
    const counts = await simulation.ports.records.counts(id);
    const outbound = definitions.campaigns[campaign]?.channels.outbound;
    const cap = outbound ? pacingSettingsOf(outbound).cap : 0;
    const records = recordFigures(counts, imported);
    const hours = [...tally.agentHours.sums.entries().values()];
    const lines = [...tally.lines.entries().values()];
    const sum = (name: 'answers' | 'abandoned' | 'late' | 'contacts') =>
      lines.reduce((total, hour) => total + hour[name], 0);
    const exhausted = records.scheduled + records.open === 0 && tally.lastCallEnded !== undefined;
    const calls = callFigures(counts, this.calls());
    return {
      campaign,
      mode: outbound?.mode ?? '',
      agents: plan.agents.length,
      cap,
      seed: plan.seed,
      timeZone: zone,
      from: localMoment(plan.from, zone),
      to: localMoment(now, zone),
      partial: !ended,
      state: (await simulation.ports.campaigns.load(id)).state,
      exhaustedAt: exhausted ? localMoment(tally.lastCallEnded as Instant, zone) : undefined,
      records,
      funnel: {
        imported: records.imported,
        called: tally.cameTo('called'),
        reached: tally.cameTo('reached'),
        classified: tally.cameTo('classified'),
        success: counts.success ?? 0,
      },
      calls,
      contacts: sum('contacts'),
      classifiers: counted(tally.classifiers),
      closedBecause: counted(tally.closed),
      messages: { ...messages },
      hours: hourFigures(tally, zone),
      days: dayFigures(tally, zone, cap),
      abandoned: abandonedShare(sum('answers'), sum('abandoned'), sum('late')),
      utilisation: utilisationOf(hours),
      staffedHours: hours.reduce((total, { staffed }) => total + staffed, 0) / HOUR,
      cost: this.bill(now),
      discrepancies: this.discrepancies(records, calls),
    };
  }

  private bill(now: Instant) {
    const { plan, tally, usage, journal, messages, ruleRuns } = this;
    const presence = [...tally.agentHours.sums.entries().values()];
    const staffed = presence.reduce((sum, hour) => sum + hour.staffed + hour.break, 0);
    const outbound = plan.definitions.campaigns[plan.campaign]?.channels.outbound;
    return billOf(
      quantities({
        usage,
        ruleRuns,
        journalEntries: journal.entries,
        journalBatches: journal.batches,
        agentEvents: tally.agentEvents,
        staffedHours: staffed / HOUR,
        calls: this.calls(),
        minutes: tally.connected / 60_000,
        smsParts: messages.smsParts,
        emails: messages.email,
        hours: (now - plan.from) / HOUR,
        ownNumbers: outbound?.callerIds.length ?? 0,
        recordsImported: tally.entries.get('record.added') ?? 0,
        memory: plan.memory,
      }),
      plan.prices,
    );
  }

  /** Store, journal and telephone network count apart, and must come to the same. */
  private discrepancies(
    records: DryRunFigures['records'],
    calls: DryRunFigures['calls'],
  ): readonly string[] {
    const { tally, simulation } = this;
    const network = simulation.network.stats();
    const journalled = (type: string) => tally.entries.get(type) ?? 0;
    const found: string[] = [];
    const same = (what: string, one: number, other: number) => {
      if (one !== other) found.push(`${what}: ${one} against ${other}`);
    };
    const { imported, closed, setAside, scheduled, left, open } = records;
    same('records, records by state', imported, closed + setAside + scheduled + left + open);
    same(
      'records in the counters, records added in the journal',
      imported,
      journalled('record.added'),
    );
    same(
      'calls ended in the counters and in the journal',
      calls.total - calls.underWay,
      journalled('call.ended'),
    );
    same(
      'calls placed in the journal, calls in the telephone network',
      journalled('call.placed'),
      network.calls,
    );
    same('double calls, none allowed', network.doubleDialed, 0);
    return [
      ...found,
      ...simulation.deadJobs.map(({ name, error }) => `${name} was given up: ${error}`),
      ...simulation.refusals.map((reason) => `a classification was refused: ${reason}`),
    ];
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
