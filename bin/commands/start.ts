// `ringback start`, the main job: a campaign from end to end on the local cloud, with a live view.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createLogUpdate } from 'log-update';
import { campaignId } from '../../lib/domain/ids.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import { UnfitEndpoint } from '../../lib/local/errors.ts';
import { checkedFolder } from '../checked-folder.ts';
import type { Command, Io } from './command.ts';
import { callersOf, ownNumbersOf, USUAL_CALLERS } from './start/callers.ts';
import { type InboundSums, inboundSums } from './start/inbound-tally.ts';
import { type LocalCentre, startLocalCentre } from './start/local-centre.ts';
import { instantAt } from './start/local-moment.ts';
import { HELP, readOptions, type StartOptions } from './start/options.ts';
import { chooseAgents, chooseCampaign } from './start/people.ts';
import { showJournal, showRejected, showSummary } from './start/show.ts';
import { keep, LAST_RUN } from './start/snapshot.ts';
import { type Summary, summarise } from './start/summary.ts';
import { synthesise } from './start/synthesise.ts';
import { everything } from './start/tables.ts';
import { type BusEvent, count, newTally, type Tally } from './start/tally.ts';
import { drawLine, drawView, type ViewFacts } from './start/view.ts';

export { HELP };

const ASSEMBLY = '.ringback/cdk.out';
const DAY = 86_400_000;
/** A second: about what a chain of functions takes on AWS. */
const OVERLAP = 1000;
const REDRAW = 200;
/** Real ms between lines where the view cannot be redrawn. */
const LINE_EVERY = 5000;

export const start: Command = async (args, io) => {
  const options = readOptions(args);
  if ('wrong' in options) {
    io.err(`${options.wrong}\n\n${HELP}`);
    return 2;
  }
  const say = options.json ? () => {} : io.out;
  const checked = await checkedFolder(options.folder);
  if (checked.kind === 'refused') return refuse(io, checked.lines);
  for (const line of checked.lines) say(line);
  const { definitions } = checked;
  const campaign = chooseCampaign(definitions, options.campaign);
  if ('wrong' in campaign) return refuse(io, [campaign.wrong]);
  const csv = options.contacts ?? join(options.folder, 'contacts.csv');
  const contacts = await readContacts(csv);
  if ('wrong' in contacts) return refuse(io, [contacts.wrong]);

  const began = performance.now();
  say(`Synthesising the templates of ${options.folder} …`);
  const synthesised = await synthesise(options.folder, ASSEMBLY);
  if (synthesised.kind === 'failed') return refuse(io, [synthesised.output]);
  say(`Starting the local cloud … (${seconds(began)} s)`);
  const tally = newTally();
  const from = instantAt(options.from, definitions.centre.timeZone) ?? 0;
  const started = await startOrTell({
    assembly: ASSEMBLY,
    definitions,
    agents: chooseAgents(definitions, campaign.id, options.agents),
    start: from,
    speed: options.speed,
    seed: options.seed,
    wrapUpLimit: campaign.wrapUp,
    overlap: OVERLAP,
    onEvent: (event: BusEvent) => count(tally, event),
  });
  if ('wrong' in started) return refuse(io, [started.wrong]);
  const { centre } = started;
  const run = new Run({
    options,
    definitions,
    campaign: campaign.id,
    centre,
    tally,
    from,
    began,
    say,
  });
  const interrupted = () => run.interrupt();
  process.on('SIGINT', interrupted);
  try {
    return await run.complete(basename(csv), contacts.bytes, io);
  } finally {
    process.off('SIGINT', interrupted);
    await centre.stop();
  }
};

async function startOrTell(
  options: Parameters<typeof startLocalCentre>[0],
): Promise<{ readonly centre: LocalCentre } | { readonly wrong: string }> {
  try {
    return { centre: await startLocalCentre(options) };
  } catch (error) {
    if (error instanceof UnfitEndpoint) return { wrong: error.message };
    throw error;
  }
}

interface RunParts {
  readonly options: StartOptions;
  readonly definitions: Definitions;
  readonly campaign: string;
  readonly centre: LocalCentre;
  readonly tally: Tally;
  readonly from: number;
  readonly began: number;
  readonly say: (line: string) => void;
}

class Run {
  private readonly parts: RunParts;
  private interrupted = false;

  constructor(parts: RunParts) {
    this.parts = parts;
  }

  interrupt(): void {
    this.interrupted = true;
    this.parts.centre.cloud.time.pause();
  }

  async complete(file: string, bytes: Uint8Array, io: Io): Promise<number> {
    const { centre, say, began, options, campaign, tally } = this.parts;
    const { time } = centre.cloud;
    say(`Importing ${file} … (${seconds(began)} s)`);
    time.resume();
    await centre.upload(`imports/${campaign}/${file}`, bytes);
    await this.until(() => tally.imported !== undefined);
    if (tally.imported?.imported === 0) {
      time.pause();
      return this.nobodyToCall(file, io);
    }
    if (!this.interrupted) {
      const switched = await centre.invoke('switch-campaign', {
        campaign,
        to: 'running',
        by: 'ringback start',
      });
      if (switched.kind === 'refused') {
        time.pause();
        return refuse(io, [
          `campaign '${campaign}' cannot be switched on:`,
          ...switched.reasons.map((reason) => `  ${reason}`),
        ]);
      }
      await this.letPeopleCall();
      say(`The campaign runs; Ctrl-C ends it. (${seconds(began)} s)\n`);
      await this.watched(() => this.isOver());
    }
    time.pause();
    return this.report(file, io, options);
  }

  private async nobodyToCall(file: string, io: Io): Promise<number> {
    const { centre, campaign, tally } = this.parts;
    if (!tally.imported?.rejected) return refuse(io, [`${file} holds no contacts`]);
    const rejected = await centre.download(`reports/${campaign}/${file}.rejected.csv`);
    const few = showRejected(rejected, 8);
    return refuse(io, [`nobody to call: no row of ${file} could be taken.`, few]);
  }

  /** The campaign has ended and nothing of it is under way, or the days are over. */
  private isOver(): boolean {
    const { centre, tally, from } = this.parts;
    const { time } = centre.cloud;
    if (time.now() - from > this.days() * DAY) return true;
    return tally.state === 'ended' && tally.calling.size === 0 && time.inFlight().length === 0;
  }

  /** Customers never stop calling. */
  private days(): number {
    return this.parts.options.days ?? (this.callers() > 0 ? 1 : 14);
  }

  /** Calls an hour. */
  private callers(): number {
    const { campaign, definitions, options } = this.parts;
    const takesCalls = ownNumbersOf(definitions, campaign).length > 0;
    return takesCalls ? (options.callers ?? USUAL_CALLERS) : 0;
  }

  /** People of the list and others dial the campaign's numbers from now on. */
  private async letPeopleCall(): Promise<void> {
    const { centre, campaign, definitions } = this.parts;
    const perHour = this.callers();
    if (perHour === 0) return;
    const numbers = ownNumbersOf(definitions, campaign);
    const { records } = await everything(centre, campaignId(campaign));
    const people = callersOf(records.map(({ record }) => record));
    centre.startCallers({ perHour, numbers, people });
  }

  private inbound(): InboundSums | undefined {
    const { campaign, definitions, tally } = this.parts;
    if (ownNumbersOf(definitions, campaign).length === 0) return undefined;
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
      campaign,
      mode: definitions.campaigns[campaign]?.channels.outbound?.mode ?? '',
      seed: options.seed,
      now: centre.cloud.time.now(),
      startedAt: from,
      timeZone: definitions.centre.timeZone,
      agents: centre.world.agents().map(({ activity }) => activity),
      ...(inbound && { inbound }),
    };
  }

  private async report(file: string, io: Io, options: StartOptions): Promise<number> {
    const { centre, definitions, campaign, tally, say } = this.parts;
    const { timeZone } = definitions.centre;
    const kept = await everything(centre, campaignId(campaign));
    const summary = await this.summary(kept.journalEntries);
    const rejected = tally.imported
      ? await centre.download(`reports/${campaign}/${file}.rejected.csv`)
      : '';
    await keep({ ...kept, definitions, at: centre.cloud.time.now() }, rejected);
    if (options.json) io.out(JSON.stringify(summary));
    say('');
    say(showSummary(summary, timeZone));
    say('');
    say(showRejected(rejected, 8, `${LAST_RUN}/rejected.csv`));
    const sample = kept.records.toSorted((a, b) => interest(b.journal) - interest(a.journal))[0];
    if (sample) {
      say('');
      say(showJournal(sample.record.record, sample.journal, timeZone));
    }
    say(`\n${whatNext(campaign, sample?.record.record)}`);
    if (this.interrupted) return 130;
    return summary.discrepancies.length === 0 ? 0 : 1;
  }

  private async summary(journalEntries: number): Promise<Summary> {
    const { centre, campaign, tally, from, began, options } = this.parts;
    const world = centre.world.stats();
    const sums = this.inbound();
    const arrivals = [...centre.world.arrivals()].length;
    return summarise({
      campaign,
      seed: options.seed,
      counts: await centre.records.counts(campaignId(campaign)),
      tally,
      doubleDialed: world.doubleDialed,
      callsMade: world.calls,
      utilisation: world.utilisation,
      ...(sums && { inbound: { sums, arrivals } }),
      journalEntries,
      startedAt: from,
      endedAt: centre.cloud.time.now(),
      wallMilliseconds: performance.now() - began,
    });
  }
}

/** A sample worth reading has many kinds of entries, and not too many of them. */
function interest(journal: readonly { readonly type: string }[]): number {
  const kinds = new Set(journal.map(({ type }) => type)).size;
  return journal.length > 30 ? 0 : kinds;
}

function whatNext(campaign: string, record = '<record>'): string {
  return [
    'What to try next:',
    `  npx ringback why ${campaign} ${record}     why this record was called, or not`,
    '  npm start -- --agents 25 --seed 2          other people, another day',
    '  npm start -- --folder examples/medika-reception    people call in as well',
    '  npx ringback check examples/clinic-recall  change a file and see what is said',
    '  npx ringback test examples/clinic-recall   the scenarios of its callback rules',
    '  npx cdk deploy --all                       the same on AWS (docs/deploying.md)',
  ].join('\n');
}

async function readContacts(
  csv: string,
): Promise<{ readonly bytes: Uint8Array } | { readonly wrong: string }> {
  try {
    return { bytes: await readFile(csv) };
  } catch {
    return {
      wrong: `no contacts to import: ${csv} cannot be read; name a file with --contacts <csv>`,
    };
  }
}

function refuse(io: Io, lines: readonly string[]): number {
  for (const line of lines) io.err(line);
  return 1;
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
