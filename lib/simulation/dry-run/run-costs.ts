// What a run uses of AWS and of carriers, counted as it goes on, and the bill for it.
import type { Sent } from '../../application/ports/message-sender.ts';
import type { Ports } from '../../application/ports/ports.ts';
import type { TaskName } from '../../application/tasks/tasks.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { MOST_TOGETHER, readLineId } from '../../domain/model/journal-line.ts';
import type { Message } from '../../domain/model/message.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { PricesFile } from '../../language/schema/prices.ts';
import { webhooksTold } from '../centre/webhook-reactions.ts';
import { type RunCost, runCost } from '../costs/run-cost.ts';
import { metered, noUsage, type Usage } from '../costs/usage.ts';
import type { WrittenEntry } from '../memory/journal.ts';
import type { CampaignResult, CentreResult } from './campaign-figures.ts';
import { HOUR } from './hour-sums.ts';
import { PushedChanges } from './pushed-changes.ts';

interface BilledRun {
  readonly from: Instant;
  readonly prices: PricesFile;
  /** MB of each function. */
  readonly memory: Readonly<Record<TaskName, number>>;
}

/** Items of the journal that publish-journal is given at once. */
const ITEMS_AT_ONCE = 3;
/** Units of the item that logs a delivery. */
const DELIVERY_WRITES = 2;
/**
 * Units read for the two events about an e-mail, its record and the e-mail for each: it is told to
 * another function than has sent it. That of texts knows them.
 */
const EMAIL_EVENT_READS = 4;

/**
 * How the journal's stream reaches the bus: three items at a time, or those of a second. Records
 * lie in different shards of the stream, so entries about two of them seldom come together.
 */
class JournalBatches {
  count = 0;
  private second = 0;
  private readonly inSecond = new Map<string, number>();

  /** @param owner record or campaign the entry is about */
  note(owner: string, now: number): void {
    const second = Math.floor(now / 1000);
    if (second !== this.second) this.inSecond.clear();
    this.second = second;
    const before = this.inSecond.get(owner) ?? 0;
    if (before % ITEMS_AT_ONCE === 0) this.count++;
    this.inSecond.set(owner, before + 1);
  }
}

export class RunCosts {
  private agentEvents = 0;
  /** What runs used, by how many runs on AWS each of them stands for. */
  private readonly metered = new Map<number, { readonly usage: Usage; readonly ports: Ports }>();
  /** What no port was asked for, and the runs of every task. */
  private readonly reckoned = noUsage();
  private entries = 0;
  /** E-mails to supervisors (MON-6). */
  private notices = 0;
  private readonly batches = new JournalBatches();
  private readonly pushed = new PushedChanges((reads) => {
    this.ran('push-changes', 1);
    this.reckoned.reads += reads;
  });
  private ruleRuns = 0;
  private readonly definitions: Definitions;
  private readonly sent: (message: Message) => void;

  /** @param sent called for each message a provider has accepted */
  constructor(definitions: Definitions, sent: (message: Message) => void) {
    this.definitions = definitions;
    this.sent = sent;
  }

  /** @param standsFor runs on AWS, this one included */
  portsFor(task: TaskName, ports: Ports, standsFor: number): Ports {
    this.ran(task, standsFor);
    const known = this.metered.get(standsFor);
    if (known) return known.ports;
    const usage = noUsage();
    const made = { usage, ports: this.countingMessages(metered(ports, usage)) };
    this.metered.set(standsFor, made);
    return made.ports;
  }

  private ran(task: TaskName, times: number): void {
    const { runs } = this.reckoned;
    runs.set(task, (runs.get(task) ?? 0) + times);
  }

  private used(): Usage {
    const sum = (of: (usage: Usage) => number) =>
      [...this.metered].reduce(
        (total, [times, { usage }]) => total + times * of(usage),
        of(this.reckoned),
      );
    return {
      reads: sum(({ reads }) => reads),
      writes: sum(({ writes }) => writes),
      sends: sum(({ sends }) => sends),
      runs: this.reckoned.runs,
    };
  }

  agent(presence: Pick<AgentPresence, 'agent' | 'activity'>, now: number): void {
    this.agentEvents++;
    this.pushed.agent(presence, now);
  }

  journal({ id, campaign, record, entry }: WrittenEntry, now: number): void {
    this.tellWebhooks(campaign, entry);
    this.entries++;
    const isFirst = record === undefined || readLineId(id).n % MOST_TOGETHER === 0;
    if (isFirst) {
      this.batches.note(record ?? campaign, now);
      this.pushed.line(now);
    }
    if (entry.type === 'attempt.settled' && entry.rule) this.ruleRuns++;
  }

  bill(plan: BilledRun, { campaigns, agentHours }: CentreResult, now: Instant): RunCost {
    const { ruleRuns, agentEvents } = this;
    const sum = (of: (campaign: CampaignResult) => number) =>
      campaigns.reduce((total, campaign) => total + of(campaign), 0);
    const present = [...agentHours.times().values()].reduce(
      (total, hour) => total + hour.staffed + hour.break,
      0,
    );
    return runCost(
      {
        usage: this.used(),
        ruleRuns,
        journalEntries: this.entries,
        journalBatches: this.batches.count,
        agentEvents,
        agentStream: this.definitions.centre.connect.agentEvents !== 'polled',
        staffedHours: present / HOUR,
        calls: sum(({ tally }) => tally.count('call.placed') + tally.inbound.calls.size),
        minutes: sum(({ tally }) => tally.connected) / 60_000,
        smsParts: sum(({ tally }) => tally.messages.smsParts),
        emails: sum(({ tally }) => tally.messages.email) + this.notices,
        emailsReceived: this.reckoned.runs.get('receive-email') ?? 0,
        mailChunks: 0, // what simulated people write is shorter
        hours: (now - plan.from) / HOUR,
        ownNumbers: ownNumbers(campaigns).size,
        recordsImported: sum(({ tally }) => tally.count('record.added')),
        memory: plan.memory,
      },
      plan.prices,
    );
  }

  /** A dry run tells no webhook anything: each delivery is reckoned. */
  private tellWebhooks(campaign: string, { type, ...entry }: WrittenEntry['entry']): void {
    const row = 'row' in entry ? entry.row : undefined;
    const told = webhooksTold(this.definitions, { campaign, type, row });
    if (told === 0) return;
    this.ran('deliver-webhook', 1);
    this.reckoned.reads += 1 + told;
    this.reckoned.writes += DELIVERY_WRITES * told;
  }

  /** Providers tell that a message is on its way before it is delivered: that changes nothing. */
  private accepted(message: Message): void {
    const isText = message.content.kind === 'sms';
    this.ran(isText ? 'send-sms' : 'message-events', 1);
    if (!isText) this.reckoned.reads += EMAIL_EVENT_READS;
    this.sent(message);
  }

  private countingMessages(ports: Ports): Ports {
    const counted = async (message: Message, outcome: Promise<Sent>) => {
      if ((await outcome).kind === 'accepted') this.accepted(message);
      return outcome;
    };
    const noticed = async (outcome: Promise<Sent>) => {
      if ((await outcome).kind === 'accepted') this.notices++;
      return outcome;
    };
    const { sms, email } = ports;
    return {
      ...ports,
      sms: { send: (message) => counted(message, sms.send(message)) },
      email: {
        send: (mail, along) =>
          'record' in mail
            ? counted(mail, email.send(mail, along))
            : noticed(email.send(mail, along)),
      },
    };
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
