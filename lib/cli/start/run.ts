// One run of a campaign on the local cloud: contacts in, the campaign on, people call and are
// called, and what came of it.
import { createLogUpdate } from 'log-update';
import { openContacts } from '../../contacts/contacts.ts';
import { describeFile } from '../../contacts/describe.ts';
import { readingOf } from '../../contacts/reading.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { instant } from '../../domain/model/instant.ts';
import { plusPeriod } from '../../domain/model/period.ts';
import type { Definitions } from '../../language/definitions.ts';
import { callersOf } from '../../simulation/centre/known-callers.ts';
import { type InboundSums, inboundSums } from '../../simulation/dry-run/inbound-tally.ts';
import type { Io } from '../command.ts';
import { LAST_RUN, saveRun } from '../last-run.ts';
import { ownNumbersOf, USUAL_CALLERS } from './callers.ts';
import type { LocalCentre } from './local-centre.ts';
import type { StartOptions } from './options.ts';
import type { ChosenCampaign } from './people.ts';
import { showJournal, showRejected, showSummary } from './show.ts';
import { type Summary, summarise } from './summary.ts';
import { everything } from './tables.ts';
import type { Tally } from './tally.ts';
import { drawLine, drawView, type ViewFacts } from './view.ts';
import { whatNext } from './what-next.ts';

const REDRAW = 200;
/** Real ms between lines where the view cannot be redrawn. */
const LINE_EVERY = 5000;
/** Simulated ms between two looks at figures and events, until they tell the same. */
const LOOK_EVERY = 1000;
const MOST_LOOKS = 10;

/** A file of people, to be imported. */
export interface Contacts {
  readonly file: string;
  readonly bytes: Uint8Array;
}

interface RunParts {
  readonly options: StartOptions;
  readonly definitions: Definitions;
  readonly campaign: ChosenCampaign;
  readonly centre: LocalCentre;
  readonly tally: Tally;
  readonly from: number;
  readonly began: number;
  readonly say: (line: string) => void;
  /** Absent for a campaign that only takes calls. */
  readonly contacts?: Contacts;
}

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

  async complete(io: Io): Promise<number> {
    const { centre, contacts, say, began } = this.parts;
    const { time } = centre.cloud;
    time.resume();
    const refused =
      (contacts && (await this.importThem(contacts))) ??
      (this.interrupted ? undefined : await this.switchOn());
    if (refused !== undefined) {
      time.pause();
      for (const line of refused) io.err(line);
      return 1;
    }
    if (!this.interrupted) {
      await this.letPeopleCall();
      say(`The campaign is running; Ctrl-C ends it. (${seconds(began)} s)\n`);
      await this.watched(() => this.isOver());
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
    const { imported, rejected } = tally.imported ?? {};
    if (imported !== 0 || !campaign.placesCalls) return undefined;
    if (!rejected) return [`${file} contains no contacts`];
    const few = showRejected(await this.rejectedOf(file), 8);
    return [`nobody to call: no row of ${file} could be imported.`, few];
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
    const by = 'ringback start';
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
    return tally.state === 'ended' && tally.calling.size === 0 && time.inFlight().length === 0;
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

  /** People of the list and others dial the campaign's numbers from now on. */
  private async letPeopleCall(): Promise<void> {
    const { centre, campaign, definitions } = this.parts;
    const perHour = this.callers();
    if (perHour === 0) return;
    const numbers = ownNumbersOf(definitions, campaign.id);
    const { records } = await everything(centre, campaignId(campaign.id));
    const people = callersOf(records.map(({ record }) => record));
    this.callersStop = centre.startCallers({ perHour, numbers, people });
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
    const live = process.stdout.isTTY && process.stdout.columns > 0 && !options.json;
    const update = createLogUpdate(process.stdout);
    const show = live
      ? () => update(drawView(this.facts(), tally))
      : () => say(drawLine(this.facts(), tally));
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
      mode: definitions.campaigns[campaign.id]?.channels.outbound?.mode ?? 'takes calls',
      placesCalls: campaign.placesCalls,
      seed: options.seed,
      now: centre.cloud.time.now(),
      startedAt: from,
      timeZone: definitions.centre.timeZone,
      agents: centre.network.agents().map(({ activity }) => activity),
      inbound,
    };
  }

  private async report(io: Io): Promise<number> {
    const { centre, contacts, definitions, campaign, options, tally, say } = this.parts;
    const { timeZone } = definitions.centre;
    const { kept, summary } = await this.reckoning();
    const rejected = contacts && tally.imported ? await this.rejectedOf(contacts.file) : '';
    await saveRun({ ...kept, definitions, at: centre.cloud.time.now() }, rejected);
    if (options.json) io.out(JSON.stringify(summary));
    say('');
    say(showSummary(summary, timeZone));
    if (contacts) {
      say('');
      say(showRejected(rejected, 8, `${LAST_RUN}/rejected.csv`));
    }
    const sample = kept.records.toSorted((a, b) => interest(b.journal) - interest(a.journal))[0];
    if (sample) {
      say('');
      say(showJournal(sample.record.record, sample.journal, timeZone));
    }
    const { id, placesCalls } = campaign;
    const [number] = ownNumbersOf(definitions, id);
    const { folder } = options;
    const record = sample?.record.record;
    say(
      `\n${whatNext({ folder, campaign: id, placesCalls, number: number || undefined, record })}`,
    );
    if (this.interrupted) return 130;
    return summary.discrepancies.length === 0 ? 0 : 1;
  }

  /** Events reach the bus a moment after what they tell of: a difference that is one stays. */
  private async reckoning() {
    const { centre, campaign } = this.parts;
    const { time } = centre.cloud;
    for (let looks = 1; ; looks++) {
      await time.until(() => time.inFlight().length === 0);
      const kept = await everything(centre, campaignId(campaign.id));
      const summary = await this.summary(kept.journalEntries);
      if (summary.discrepancies.length === 0 || looks === MOST_LOOKS) return { kept, summary };
      await time.until(time.now() + LOOK_EVERY);
    }
  }

  private async summary(journalEntries: number): Promise<Summary> {
    const { centre, campaign, tally, from, began, options } = this.parts;
    const network = centre.network.stats();
    const sums = this.inbound();
    const arrivals = [...centre.network.arrivals()].length;
    return summarise({
      campaign: campaign.id,
      seed: options.seed,
      counts: await centre.records.counts(campaignId(campaign.id)),
      tally,
      doubleDialed: network.doubleDialed,
      callsMade: network.calls,
      utilisation: network.utilisation,
      inbound: sums && { sums, arrivals },
      journalEntries,
      startedAt: from,
      endedAt: centre.cloud.time.now(),
      wallMilliseconds: performance.now() - began,
    });
  }
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
