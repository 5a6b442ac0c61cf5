// A campaign from end to end on the local cloud: what `ringback start` and `ringback dev` run.
import { campaignsBeside } from '../../domain/classification/passing-on.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { BehaviourFile } from '../../language/schema/behaviour.ts';
import { UnusableEndpoint } from '../../local/errors.ts';
import type { LocalCloud } from '../../local/local-cloud.ts';
import { peopleOf } from '../../simulation/dry-run/people-of.ts';
import { chooseAgents, chooseStaff } from '../../simulation/dry-run/staff.ts';
import { givenBehaviour } from '../behaviour-file.ts';
import { checkedFolder } from '../checked-folder.ts';
import type { Io } from '../command.ts';
import { firstList, ownListPath, sharedListPath } from '../contact-lists.ts';
import { instantAt } from '../local-moment.ts';
import { forgetRunning, noteRunning, runningApi } from '../running.ts';
import type { Contacts } from './beside.ts';
import type { BusEvent } from './bus-event.ts';
import type { KeptAssembly } from './kept-assembly.ts';
import { type LocalCentre, startLocalCentre } from './local-centre.ts';
import type { StartOptions } from './options.ts';
import { type ChosenCampaign, chooseCampaign } from './people.ts';
import { Run } from './run.ts';
import { leavePlace, type RunPlace, takePlace, unfinishedRun } from './run-marker.ts';
import { stayUp } from './stay.ts';
import { countEvent, newTally } from './tally.ts';
import { WebhookReceivers } from './webhook-receivers.ts';
import { timesTold } from './webhook-sums.ts';

/** A second at the desk's pace: about what a chain of functions takes on AWS. */
const OVERLAP = 1000;
/**
 * Of each function. Two would each warm up and take memory; what they do at the same time is tested
 * elsewhere.
 */
const ENVIRONMENTS = 1;
/** Nobody reads log lines and events of a whole run after it; they would be half of its memory. */
const HISTORY = 1000;

/** Something that goes on beside a running centre. */
export interface Beside {
  stop(): Promise<void>;
}

export type StartBeside = (centre: LocalCentre) => Beside;

interface Begun {
  /** Of the folder, which may be under way. */
  readonly assembly: Promise<KeptAssembly>;
  /** performance.now() at which it all began. */
  readonly began: number;
  readonly beside?: StartBeside | undefined;
}

export async function runCentre(options: StartOptions, io: Io, begun: Begun): Promise<number> {
  const say = options.json ? () => {} : io.out;
  const checked = await checkedFolder(options.folder);
  if (checked.kind === 'refused') return refuse(io, checked.lines);
  for (const line of checked.lines) say(line);
  const { definitions } = checked;
  const campaign = chooseCampaign(definitions, options.campaign);
  if ('wrong' in campaign) return refuse(io, [campaign.wrong]);
  const contacts = await readContacts(options, campaign);
  if ('wrong' in contacts) return refuse(io, [contacts.wrong]);
  const ids = [campaign.id, ...campaignsBeside(definitions, campaign.id)];
  const behaviour = await givenBehaviour(options, definitions, ids);
  if ('refused' in behaviour) return refuse(io, behaviour.refused);
  const people = behaviour.value;
  if (!campaign.placesCalls && options.callers === 0)
    return refuse(io, [
      `campaign '${campaign.id}' only takes calls: with --callers 0 nothing would happen`,
    ]);

  const unfinished = await unfinishedRun();
  if (unfinished !== undefined) say(`Note: ${unfinished}.`);
  const place = await takePlace(campaign.id);
  if (!place) return refuse(io, ['too many runs are going on in this folder; end one of them']);
  try {
    return await runIn(place, {
      options,
      definitions,
      campaign,
      contacts,
      others: await listsOf(options.folder, ids.slice(1)),
      people,
      say,
      io,
      ...begun,
    });
  } finally {
    await leavePlace(place);
  }
}

interface Prepared extends Begun {
  readonly options: StartOptions;
  readonly definitions: Definitions;
  readonly campaign: ChosenCampaign;
  readonly contacts: { readonly contacts?: Contacts };
  /** Campaigns that run beside it. */
  readonly others: Awaited<ReturnType<typeof listsOf>>;
  readonly people: BehaviourFile;
  readonly say: (line: string) => void;
  readonly io: Io;
}

async function runIn(place: RunPlace, prepared: Prepared): Promise<number> {
  const { options, definitions, campaign, contacts, others, people, say, io, began } = prepared;
  const ids = [campaign.id, ...others.map(({ id }) => id)];
  const synthesised = await prepared.assembly;
  if (synthesised.kind === 'failed') return refuse(io, [synthesised.output.trimEnd()]);
  if (synthesised.reused)
    say('Nothing has changed since the last synthesis; its templates are used again.');
  say(`Starting the local cloud … (${seconds(began)} s)`);
  const tally = newTally(campaign.id);
  const from = instantAt(options.from, definitions.centre.timeZone) ?? 0;
  const started = await startOrExplain({
    assembly: synthesised.assembly,
    definitions,
    agents:
      others.length === 0
        ? chooseAgents(definitions, campaign.id, options.agents)
        : chooseStaff(definitions, ids, options.agents),
    start: from,
    speed: options.speed,
    seed: options.seed,
    behaviour: peopleOf(people, definitions, ids),
    weights: people.classifiers,
    overlap: OVERLAP,
    folder: options.folder,
    poolSize: ENVIRONMENTS,
    oneThread: true,
    history: HISTORY,
    onEvent: (event: BusEvent) => {
      countEvent(tally, event);
      tally.told += timesTold(definitions, event);
    },
  });
  if ('wrong' in started) return refuse(io, [started.wrong]);
  const { centre } = started;
  const receivers = new WebhookReceivers(options.seed);
  receivers.playFor(definitions, centre.cloud);
  const run = new Run({
    options,
    definitions,
    campaign,
    centre,
    tally,
    receivers,
    from,
    began,
    say,
    kept: place.kept,
    beside: others,
    ...contacts,
  });
  const other = prepared.beside?.(centre);
  const interrupted = () => run.interrupt();
  process.on('SIGINT', interrupted);
  try {
    await announceApi(centre.cloud, say);
    const code = await run.complete(io);
    if (options.stay && !run.isInterrupted)
      await stayUp(centre, say, options.speed, () => run.letPeopleCall());
    return code;
  } finally {
    process.off('SIGINT', interrupted);
    await forgetRunning();
    await other?.stop();
    await centre.stop();
  }
}

/** Other commands find the API by what is noted; people by the line. */
async function announceApi(cloud: LocalCloud, say: (line: string) => void): Promise<void> {
  const running = runningApi(cloud);
  if (running === undefined) return;
  await noteRunning(running);
  if (running.console !== undefined) {
    say(`Console: ${running.console}`);
    say(`Desk: ${running.console}desk.html (while an agent is there, time does not jump)`);
  }
  say(`API: curl -H "authorization: Bearer $(npx ringback token)" ${running.url}/v1/campaigns`);
}

async function startOrExplain(
  options: Parameters<typeof startLocalCentre>[0],
): Promise<{ readonly centre: LocalCentre } | { readonly wrong: string }> {
  try {
    return { centre: await startLocalCentre(options) };
  } catch (error) {
    if (error instanceof UnusableEndpoint) return { wrong: error.message };
    throw error;
  }
}

/** The people of other campaigns, where the folder has a list for them. */
async function listsOf(folder: string, ids: readonly string[]) {
  return Promise.all(
    ids.map(async (id) => {
      const list = await firstList([ownListPath(folder, id)]);
      return { id, contacts: list && { file: list.name, bytes: list.bytes } };
    }),
  );
}

/** A campaign that only takes calls needs no contacts. */
async function readContacts(
  { contacts, folder }: StartOptions,
  { id, placesCalls }: ChosenCampaign,
): Promise<{ readonly contacts?: Contacts } | { readonly wrong: string }> {
  const usual = [ownListPath(folder, id), sharedListPath(folder)];
  const list = await firstList(contacts === undefined ? usual : [contacts]);
  if (list) return { contacts: { file: list.name, bytes: list.bytes } };
  if (contacts === undefined && !placesCalls) return {};
  const csv = contacts ?? sharedListPath(folder);
  return {
    wrong: `no contacts to import: ${csv} cannot be read; choose a file with --contacts <csv>`,
  };
}

function refuse(io: Io, lines: readonly string[]): number {
  for (const line of lines) io.err(line);
  return 1;
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
