// What a run uses of AWS and of carriers, counted as it goes on, and the bill for it.
import type { Ports } from '../../application/ports/ports.ts';
import type { TaskName } from '../../application/tasks/tasks.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Message } from '../../domain/model/message.ts';
import type { PricesFile } from '../../language/schema/prices.ts';
import { type RunCost, runCost } from '../costs/run-cost.ts';
import { metered, noUsage } from '../costs/usage.ts';
import type { WrittenEntry } from '../memory/journal.ts';
import type { CampaignResult, CentreResult } from './campaign-figures.ts';
import { HOUR } from './hour-sums.ts';

interface BilledRun {
  readonly from: Instant;
  readonly prices: PricesFile;
  /** MB of each function. */
  readonly memory: Readonly<Record<TaskName, number>>;
}

export class RunCosts {
  agentEvents = 0;
  private readonly usage = noUsage();
  private readonly entries = { count: 0, batches: 0, second: 0, inSecond: 0 };
  private ruleRuns = 0;
  private meteredPorts: Ports | undefined;
  private readonly sent: (message: Message) => void;

  /** @param sent called for each message a provider has accepted */
  constructor(sent: (message: Message) => void) {
    this.sent = sent;
  }

  portsFor(task: TaskName, ports: Ports): Ports {
    const { runs } = this.usage;
    runs.set(task, (runs.get(task) ?? 0) + 1);
    this.meteredPorts ??= this.countingMessages(metered(ports, this.usage));
    return this.meteredPorts;
  }

  journal({ entry }: WrittenEntry, now: number): void {
    const { entries } = this;
    entries.count++;
    const second = Math.floor(now / 1000);
    if (second !== entries.second) Object.assign(entries, { second, inSecond: 0 });
    if (entries.inSecond++ % 10 === 0) entries.batches++;
    if (entry.type === 'attempt.settled' && entry.rule) this.ruleRuns++;
  }

  bill(plan: BilledRun, { campaigns, agentHours }: CentreResult, now: Instant): RunCost {
    const { usage, entries, ruleRuns, agentEvents } = this;
    const sum = (of: (campaign: CampaignResult) => number) =>
      campaigns.reduce((total, campaign) => total + of(campaign), 0);
    const present = [...agentHours.times().values()].reduce(
      (total, hour) => total + hour.staffed + hour.break,
      0,
    );
    return runCost(
      {
        usage,
        ruleRuns,
        journalEntries: entries.count,
        journalBatches: entries.batches,
        agentEvents,
        staffedHours: present / HOUR,
        calls: sum(({ tally }) => tally.count('call.placed') + tally.inbound.calls.size),
        minutes: sum(({ tally }) => tally.connected) / 60_000,
        smsParts: sum(({ tally }) => tally.messages.smsParts),
        emails: sum(({ tally }) => tally.messages.email),
        hours: (now - plan.from) / HOUR,
        ownNumbers: ownNumbers(campaigns).size,
        recordsImported: sum(({ tally }) => tally.count('record.added')),
        memory: plan.memory,
      },
      plan.prices,
    );
  }

  private countingMessages(ports: Ports): Ports {
    const counting = (sender: Ports['sms']): Ports['sms'] => ({
      send: async (message) => {
        const outcome = await sender.send(message);
        if (outcome.kind === 'accepted') this.sent(message);
        return outcome;
      },
    });
    return { ...ports, sms: counting(ports.sms), email: counting(ports.email) };
  }
}

function ownNumbers(campaigns: readonly CampaignResult[]): ReadonlySet<string> {
  return new Set(
    campaigns.flatMap(({ campaign: { channels } }) => [
      ...(channels.outbound?.callerIds ?? []),
      ...(channels.inbound?.numbers ?? []),
    ]),
  );
}
