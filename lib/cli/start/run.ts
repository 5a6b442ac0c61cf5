// One run of a campaign on the local cloud: contacts in, the campaign on, people call and are
// called, and what came of it.
import { createLogUpdate } from 'log-update';
import { countsWithEnded } from '../../application/campaigns/counts-with-ended.ts';
import { openContacts } from '../../contacts/contacts.ts';
import { describeFile } from '../../contacts/describe.ts';
import { readingOf } from '../../contacts/reading.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { instant } from '../../domain/model/instant.ts';
import { plusPeriod } from '../../domain/model/period.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import { callersOf } from '../../simulation/centre/known-callers.ts';
import { type InboundSums, inboundSums } from '../../simulation/dry-run/inbound-tally.ts';
import type { Io } from '../command.ts';
import { failureLine } from '../failures.ts';
import { type Snapshot, saveRun } from '../last-run.ts';
import { fitText } from '../terminal/fit-line.ts';
import { addedUp, type Contacts, type OtherCampaign, startCampaign } from './beside.ts';
import { claimedNumbers, ownNumbersOf, USUAL_CALLERS } from './callers.ts';
import type { LocalCentre } from './local-centre.ts';
import { meteredCost } from './metered-use.ts';
import type { StartOptions } from './options.ts';
import type { ChosenCampaign } from './people.ts';
import { reportedRows, showAlarms, showJournal, showRejected, showSummary } from './show.ts';
import { type Summary, summarise } from './summary.ts';
import { type Everything, everything } from './tables.ts';
import type { Tally } from './tally.ts';
import { drawLine, drawView, type ViewFacts } from './view.ts';
import type { WebhookReceivers } from './webhook-receivers.ts';
import { whatNext } from './what-next.ts';

const REDRAW = 200;
/** Real ms between lines where the view cannot be redrawn, and at most one a simulated hour. */
const LINE_EVERY = 5000;
const HOUR = 3_600_000;
/** Simulated ms between two looks at figures and events, until they tell the same. */
const LOOK_EVERY = 1000;
const MOST_LOOKS = 10;
/** Rows shown of those that were not imported. */
const MOST_REJECTED = 8;

interface RunParts {
  readonly options: StartOptions;
  readonly definitions: Definitions;
  readonly campaign: ChosenCampaign;
  readonly centre: LocalCentre;
  readonly tally: Tally;
  readonly receivers: WebhookReceivers;
  readonly from: number;
  readonly began: number;
  readonly say: (line: string) => void;
  /** The folder the run is kept in. */
  readonly kept: string;
  /** Absent for a campaign that only takes calls. */
  readonly contacts?: Contacts;
  /** Campaigns that run beside it, with their people. */
  readonly beside: readonly OtherCampaign[];
}

/** As the timeline names who switched a campaign. */
const BY = 'ringback start';

export class Run {
  private readonly parts: RunParts;
  private interrupted = false;
  private callersStop: () => void = () => {};

  constructor(parts: RunParts) {
    this.parts = parts;
  }

  interrupt(): void {
    this.interrupted = true;
    this.parts.centre.cloud.time.pause();
  }

  get isInterrupted(): boolean {
    return this.interrupted;
  }

  async complete(io: Io): Promise<number> {
    const { centre, contacts, say, began } = this.parts;
    const { time } = centre.cloud;
    const refused =
      (contacts && (await this.importThem(contacts))) ??
      (await this.startBeside()) ??
      (this.interrupted ? undefined : await this.switchOn());
    if (refused !== undefined) {
      time.pause();
      for (const line of refused) io.err(line);
      return 1;
    }
    if (!this.interrupted) {
      this.callersStop = await this.letPeopleCall();
      say(`The campaign is running; Ctrl-C ends it. (${seconds(began)} s)\n`);
      await this.watched(() => this.isOver());
      await this.letPeopleFinish();
    }
    time.pause();
    this.callersStop();
    return this.report(io);
  }

  /** What speaks against going on, or nothing. */
  private async importThem({ file, bytes }: Contacts): Promise<readonly string[] | undefined> {
    const { campaign, centre, tally, say, began } = this.parts;
    say(`Importing ${file} … (${seconds(began)} s)`);
    for (const line of await this.howItIsRead(bytes)) say(line);
    await centre.upload(`imports/${campaign.id}/${file}`, bytes);
    await this.until(() => tally.imported !== undefined);
    if (!tally.imported) return undefined;
    const { imported, rejected } = tally.imported;
    const few = showRejected(await this.rejectedOf(file), MOST_REJECTED);
    if (imported !== 0 || !campaign.placesCalls) {
      say(few);
      return undefined;
    }
    if (rejected === 0) return [`${file} contains no contacts`];
    return [`nobody to contact: no row of ${file} could be imported.`, few];
  }

  private async startBeside(): Promise<readonly string[] | undefined> {
    const { beside, centre, tally, say } = this.parts;
    for (const one of beside) {
      if (this.interrupted) return undefined;
      const until = (done: () => boolean) => this.until(done);
      const refused = await startCampaign(one, BY, { centre, tally, say, until });
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  private async howItIsRead(bytes: Uint8Array): Promise<readonly string[]> {
    const { campaign, definitions } = this.parts;
    const settings = definitions.campaigns[campaign.id];
    if (!settings) return [];
    const reading = readingOf(definitions, settings);
    return describeFile(await openContacts(() => inOne(bytes), reading), false);
  }

  /**
   * Calls are answered whatever the switch says, so a campaign that only takes calls goes on with
   * what is amiss said.
   */
  private async switchOn(): Promise<readonly string[] | undefined> {
    const { campaign, centre, say } = this.parts;
    const by = BY;
    const to = 'running';
    const switched = await centre.invoke('switch-campaign', { campaign: campaign.id, to, by });
    if (switched.kind !== 'refused') return undefined;
    const reasons = [
      `campaign '${campaign.id}' cannot be switched on:`,
      ...switched.reasons.map((reason) => `  ${reason}`),
    ];
    if (campaign.placesCalls) return reasons;
    for (const line of [...reasons, 'Inbound calls are answered nevertheless.']) say(line);
    return undefined;
  }

  private rejectedOf(file: string): Promise<string> {
    const { centre, campaign } = this.parts;
    return centre.download(`reports/${campaign.id}/${file}.rejected.csv`);
  }

  /** The campaign has ended and nothing of it is under way, or the days are over. */
  private isOver(): boolean {
    const { centre, tally } = this.parts;
    const { time } = centre.cloud;
    if (time.now() > this.lastMoment()) return true;
    const isQuiet = tally.calling.size === 0 && centre.textsPending() === 0;
    return tally.state === 'ended' && isQuiet && time.inFlight().length === 0;
  }

  /** Nobody's desk goes from under them; a centre that stays does not end anyway. */
  private async letPeopleFinish(): Promise<void> {
    const { options, centre, say } = this.parts;
    const { people } = centre.cloud;
    const there = people.names();
    if (options.stay || this.interrupted || there.length === 0) return;
    const who = there.length === 1 ? `${there[0]} is` : `${there.join(', ')} are`;
    say(`\nThe campaign is over. ${who} still there: the run ends when they leave, or by Ctrl-C.`);
    await this.watched(() => people.names().length === 0);
  }

  /** Customers never stop calling. */
  private lastMoment(): number {
    const { options, definitions, from } = this.parts;
    const days = options.days ?? (this.callers() > 0 ? 1 : 14);
    return plusPeriod(instant(from), { days, seconds: 0 }, definitions.centre.timeZone);
  }

  /** Calls an hour. */
  private callers(): number {
    const { campaign, definitions, options } = this.parts;
    const takesCalls = ownNumbersOf(definitions, campaign.id).length > 0;
    return takesCalls ? (options.callers ?? USUAL_CALLERS) : 0;
  }

  /** People of the list and others dial the campaign's numbers until what is returned is called. */
  async letPeopleCall(): Promise<() => void> {
    const { centre, campaign, definitions } = this.parts;
    const perHour = this.callers();
    if (perHour === 0) return () => {};
    const numbers = ownNumbersOf(definitions, campaign.id);
    const { records } = await everything(centre, campaignId(campaign.id));
    const people = callersOf(records.map(({ record }) => record));
    return centre.startCallers({ perHour, numbers, people });
  }

  private inbound(): InboundSums | undefined {
    const { campaign, definitions, tally } = this.parts;
    if (ownNumbersOf(definitions, campaign.id).length === 0) return undefined;
    return inboundSums(tally.inbound);
  }

  /** Until a condition holds or the person has had enough; fails when the local cloud does. */
  private until(done: () => boolean): Promise<void> {
    return this.parts.centre.cloud.time.until(() => this.interrupted || done());
  }

  /** Shows the run while it goes on. */
  private async watched(done: () => boolean): Promise<void> {
    const { options, say, tally } = this.parts;
    // a terminal that does not tell its width, as `script` makes them, cannot be drawn on
    const hasWidth = process.stdout.isTTY && process.stdout.columns > 0;
    const live = hasWidth && !options.json && options.plain !== true;
    const update = createLogUpdate(process.stdout);
    const { columns } = process.stdout;
    let shown = '';
    // once an hour, and when somebody sits down or leaves
    const line = () => {
      const { time, people } = this.parts.centre.cloud;
      const news = [Math.floor(time.now() / HOUR), people.speed, ...people.names()].join(' ');
      if (news !== shown) say(drawLine(this.facts(), tally));
      shown = news;
    };
    const view = () => update(fitText(drawView(this.facts(), tally, columns), columns));
    const show = live ? view : line;
    const drawing = setInterval(show, live ? REDRAW : LINE_EVERY);
    try {
      await this.until(done);
    } finally {
      clearInterval(drawing);
      if (live) {
        show();
        update.done();
      }
    }
  }

  private facts(): ViewFacts {
    const { campaign, definitions, options, centre, from } = this.parts;
    const inbound = this.inbound();
    return {
      campaign: campaign.id,
      mode: modeOf(definitions.campaigns[campaign.id]),
      placesCalls: campaign.placesCalls,
      seed: options.seed,
      now: centre.cloud.time.now(),
      startedAt: from,
      timeZone: definitions.centre.timeZone,
      agents: centre.network.agents().map(({ activity }) => activity),
      inbound,
      people: { names: centre.cloud.people.names(), speed: centre.cloud.people.speed },
    };
  }

  private async report(io: Io): Promise<number> {
    const { centre, contacts, definitions, campaign, options, tally, say } = this.parts;
    const { kept: folder } = this.parts;
    const { timeZone } = definitions.centre;
    const { kept: all, summary } = await this.reckoning();
    const { deliveries: _, ...kept } = all;
    const rejected = contacts && tally.imported ? await this.rejectedOf(contacts.file) : '';
    const unkept = await this.keep({ ...kept, definitions, at: centre.cloud.time.now() }, rejected);
    if (options.json) io.out(JSON.stringify(summary));
    say('');
    say(showSummary(summary, timeZone));
    for (const line of showAlarms(centre.cloud.alarms.history(), timeZone)) say(line);
    if (contacts && unkept === undefined) {
      say('');
      say(reportedRows(rejected, `${folder}/rejected.csv`));
    }
    const own = kept.records.filter(({ record }) => record.campaign === campaign.id);
    const sample = own.toSorted((a, b) => interest(b.journal) - interest(a.journal))[0];
    if (sample) {
      say('');
      say(showJournal(sample.record.record, sample.journal, timeZone, process.stdout.columns));
    }
    const { id, placesCalls } = campaign;
    const [number] = ownNumbersOf(definitions, id);
    const record = sample?.record.record;
    const next = {
      options,
      campaign: id,
      placesCalls,
      number: number || undefined,
      record,
      folder,
    };
    say(`\n${whatNext(next, process.stdout.columns)}`);
    if (unkept !== undefined) {
      io.err(unkept);
      return 1;
    }
    if (this.interrupted) return 130;
    return summary.discrepancies.length === 0 ? 0 : 1;
  }

  /** @returns why the run could not be kept: its figures are shown all the same */
  private async keep(snapshot: Snapshot, rejected: string): Promise<string | undefined> {
    const { kept } = this.parts;
    try {
      await saveRun(snapshot, rejected, kept);
      return undefined;
    } catch (error) {
      const line = failureLine(error);
      if (line === undefined) throw error;
      return `The run is not kept in ${kept}: ${line}.`;
    }
  }

  /** Events reach the bus a moment after what they tell of: a difference that is one stays. */
  private async reckoning() {
    const { centre, campaign } = this.parts;
    const { time } = centre.cloud;
    for (let looks = 1; ; looks++) {
      await time.until(() => time.inFlight().length === 0);
      const others = this.parts.beside.map(({ id }) => campaignId(id));
      const kept = await everything(centre, campaignId(campaign.id), others);
      const summary = await this.summary(kept);
      if (summary.discrepancies.length === 0 || looks === MOST_LOOKS) return { kept, summary };
      await time.until(time.now() + LOOK_EVERY);
    }
  }

  private async summary({ journalEntries, deliveries }: Everything): Promise<Summary> {
    const { centre, campaign, tally, from, began, options, definitions, receivers } = this.parts;
    const ids = [campaign.id, ...this.parts.beside.map(({ id }) => id)];
    const counts = await Promise.all(
      ids.map((id) => countsWithEnded(campaignId(id), centre.records)),
    );
    const network = centre.network.stats();
    const sums = this.inbound();
    const arrivals = [...centre.network.arrivals()].length;
    return summarise({
      campaign: campaign.id,
      seed: options.seed,
      counts: counts.reduce(addedUp, {}),
      ...(ids.length > 1 && {
        byCampaign: Object.fromEntries(ids.map((id, n) => [id, counts[n] ?? {}])),
      }),
      tally,
      doubleDialed: network.doubleDialed,
      callsMade: network.calls,
      utilisation: network.utilisation,
      inbound: sums && { sums, arrivals },
      webhooks: hasWebhooks(definitions)
        ? { log: deliveries, received: receivers.sums(), told: tally.told, definitions }
        : undefined,
      journalEntries,
      startedAt: from,
      endedAt: centre.cloud.time.now(),
      wallMilliseconds: performance.now() - began,
      cost: meteredCost(centre, {
        events: tally.events,
        recordsImported: tally.imported?.imported ?? 0,
        ownNumbers: new Set(ids.flatMap((id) => [...claimedNumbers(definitions, id)])).size,
        startedAt: from,
      }),
    });
  }
}

const hasWebhooks = ({ campaigns }: Definitions): boolean =>
  Object.values(campaigns).some(({ webhooks }) => Object.keys(webhooks).length > 0);

function modeOf(campaign: Campaign | undefined): string {
  const { outbound, sms } = campaign?.channels ?? {};
  return outbound?.mode ?? (sms === undefined ? 'takes calls' : 'text messages');
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A sample worth reading has many kinds of entries, and not too many of them. */
function interest(journal: readonly { readonly type: string }[]): number {
  const kinds = new Set(journal.map(({ type }) => type)).size;
  return journal.length > 30 ? 0 : kinds;
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
