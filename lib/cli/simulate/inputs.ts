// What a dry run is given beside its options: the centre, the list, how people behave, what things
// cost. Every mistake comes back as lines that name the file and say what to do.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TASK_NAMES, TASKS, type TaskName } from '../../application/tasks/tasks.ts';
import { openContacts } from '../../contacts/contacts.ts';
import { describeFile } from '../../contacts/describe.ts';
import { readingOf } from '../../contacts/reading.ts';
import { instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Diagnostic } from '../../language/diagnostic.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import { loadFile } from '../../language/load.ts';
import { didYouMean } from '../../language/nearest.ts';
import type { BehaviourFile } from '../../language/schema/behaviour.ts';
import type { PricesFile } from '../../language/schema/prices.ts';
import type { DryRunPlan } from '../../simulation/dry-run/dry-run.ts';
import { learnBehaviour, type Seen } from '../../simulation/dry-run/learn-behaviour.ts';
import { vary } from '../../simulation/dry-run/vary.ts';
import { checkedFolder } from '../checked-folder.ts';
import { instantAt } from '../local-moment.ts';
import { chooseAgents } from '../start/people.ts';
import type { Variant } from './compare-option.ts';
import { journalLines } from './journal-lines.ts';
import type { SimulateOptions } from './options.ts';

export interface Inputs {
  readonly definitions: Definitions;
  /** One for each variant; one without a name when nothing is compared. */
  readonly plans: readonly { readonly variant: Variant; readonly plan: DryRunPlan }[];
  /** Warnings, and what was learnt. */
  readonly remarks: readonly string[];
  /** How the file of contacts is read. */
  readonly contacts: readonly string[];
}

type Read<T> = { readonly value: T; readonly remarks?: readonly string[] } | Refused;
interface Refused {
  readonly refused: readonly string[];
}

const refused = (...lines: readonly string[]): Refused => ({ refused: lines });

export async function readInputs(options: SimulateOptions): Promise<Inputs | Refused> {
  const checked = await checkedFolder(options.folder);
  if (checked.kind === 'refused') return refused(...checked.lines);
  const { definitions } = checked;
  const campaign = campaignOf(definitions, options.campaign);
  if ('refused' in campaign) return campaign;
  const [contacts, behaviour, prices] = await Promise.all([
    contactsOf(options),
    behaviourOf(options, definitions, campaign.value),
    pricesOf(options),
  ]);
  if ('refused' in contacts) return contacts;
  if ('refused' in behaviour) return behaviour;
  if ('refused' in prices) return prices;
  const memory = Object.fromEntries(TASK_NAMES.map((task) => [task, TASKS[task].memory])) as Record<
    TaskName,
    number
  >;
  const base = {
    campaign: campaign.value,
    contacts: contacts.value,
    from: instant(instantAt(options.from, definitions.centre.timeZone) ?? 0),
    days: options.days,
    seed: options.seed,
    behaviour: behaviour.value,
    prices: prices.value,
    memory,
  };
  const plans: Inputs['plans'][number][] = [];
  for (const variant of options.variants.length > 0 ? options.variants : [{ name: '' }]) {
    const varied = vary(definitions, campaign.value, variant);
    if (varied.kind === 'impossible')
      return refused(`--compare: variant '${variant.name}': ${varied.because}`);
    const agents = staffOf(varied.definitions, campaign.value, variant.agents ?? options.agents);
    plans.push({ variant, plan: { ...base, definitions: varied.definitions, agents } });
  }
  const alike = sameAsAnother(plans);
  if (alike) return refused(alike);
  const { bytes } = contacts.value;
  const read = await howContactsAreRead(definitions, campaign.value, bytes);
  const remarks = [...checked.lines, ...(behaviour.remarks ?? [])];
  return { definitions, plans, remarks, contacts: read };
}

/** 'now=' and a variant that sets what is set anyway are the same run. */
function sameAsAnother(plans: Inputs['plans']): string | undefined {
  const seen = new Map<string, string>();
  for (const { variant, plan } of plans) {
    const key = JSON.stringify([plan.definitions.campaigns[plan.campaign], plan.agents.length]);
    const same = seen.get(key);
    if (same !== undefined)
      return `--compare: '${same}' and '${variant.name}' result in the same campaign, so there is nothing to compare`;
    seen.set(key, variant.name);
  }
  return undefined;
}

function campaignOf(definitions: Definitions, wanted: string | undefined): Read<string> {
  const ids = Object.keys(definitions.campaigns);
  const outbound = ids.filter((id) => definitions.campaigns[id]?.channels.outbound);
  const [first] = outbound;
  if (first === undefined) return refused('the folder has no campaign with outbound calls');
  if (wanted === undefined || outbound.includes(wanted)) return { value: wanted ?? first };
  if (ids.includes(wanted))
    return refused(
      `--campaign: campaign '${wanted}' places no calls: it has no channel 'outbound'`,
    );
  return refused(`--campaign: there is no campaign '${wanted}'. ${didYouMean(wanted, outbound)}`);
}

async function contactsOf({
  contacts,
  folder,
}: SimulateOptions): Promise<Read<DryRunPlan['contacts']>> {
  const path = contacts ?? join(folder, 'contacts.csv');
  const bytes = await bytesOf(path);
  if (bytes === undefined)
    return refused(
      contacts === undefined
        ? `there is no list to call: ${path} does not exist; choose one with --contacts <csv>`
        : `--contacts: '${path}' cannot be read; is the path right?`,
    );
  if (bytes.length === 0) return refused(`--contacts: '${path}' is empty`);
  return { value: { name: 'contacts.csv', bytes } };
}

async function howContactsAreRead(
  definitions: Definitions,
  campaign: string,
  bytes: Uint8Array,
): Promise<readonly string[]> {
  const settings = definitions.campaigns[campaign];
  if (!settings) return [];
  const whole = async function* () {
    yield bytes;
  };
  const file = await openContacts(whole, readingOf(definitions, settings));
  return ['Contacts', ...describeFile(file, false), ''];
}

async function behaviourOf(
  options: SimulateOptions,
  definitions: Definitions,
  campaign: string,
): Promise<Read<BehaviourFile>> {
  if (options.learnFrom !== undefined) return learnt(options.learnFrom, definitions, campaign);
  const path = options.behaviour ?? join(options.folder, 'behaviour.yaml');
  const text = await textOf(path);
  if (text === undefined && options.behaviour !== undefined)
    return refused(`--behaviour: '${path}' cannot be read; is the path right?`);
  const { value, diagnostics, keyAt } = loadFile('behaviour', { path, text: text ?? '' });
  if (!value) return refused(...lines(diagnostics));
  const known = Object.keys(definitions.campaigns[campaign]?.classifiers ?? {});
  const unknown = Object.keys(value.classifiers).filter((id) => !known.includes(id));
  if (unknown.length === 0) return { value };
  // The folder's own file may be about another campaign; a file that was named is about this one.
  if (options.behaviour === undefined) return { value };
  return refused(
    ...lines(
      unknown.map((id) =>
        diagnostic(
          'unknown-classifier',
          keyAt(['classifiers', id]),
          `campaign '${campaign}' has no classifier '${id}'`,
          didYouMean(id, known),
        ),
      ),
    ),
  );
}

async function learnt(
  path: string,
  definitions: Definitions,
  campaign: string,
): Promise<Read<BehaviourFile>> {
  const files = await journalFiles(path);
  if (typeof files === 'string') return refused(`--learn-from: ${files}`);
  const seen: Seen[] = [];
  for (const file of files) {
    const read = journalLines(file, (await textOf(file)) ?? '');
    if ('wrong' in read) return refused(read.wrong);
    for (const one of read.seen) seen.push(one);
  }
  const found = learnBehaviour(seen, definitions.centre.timeZone);
  if ('tooLittle' in found) return refused(`--learn-from: ${path}: ${found.tooLittle}`);
  const known = Object.keys(definitions.campaigns[campaign]?.classifiers ?? {});
  const classifiers = Object.fromEntries(
    Object.entries(found.behaviour.classifiers).filter(([id]) => known.includes(id)),
  );
  return {
    value: { ...found.behaviour, classifiers },
    remarks: [`Learnt from ${path}: ${found.says}`],
  };
}

/** Files with journal entries at a path, or what is wrong with it. */
async function journalFiles(path: string): Promise<readonly string[] | string> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => name.endsWith('.jsonl')).toSorted();
    if (names.length > 0) return names.map((name) => join(path, name));
    return `'${path}' contains no .jsonl file; 'ringback start' writes one to .ringback/last-run`;
  } catch {
    return `'${path}' does not exist; 'ringback start' writes .ringback/last-run`;
  }
}

async function pricesOf(options: SimulateOptions): Promise<Read<PricesFile>> {
  const path = options.prices ?? join(options.folder, 'prices.yaml');
  const text = await textOf(path);
  if (text === undefined && options.prices !== undefined)
    return refused(`--prices: '${path}' cannot be read; is the path right?`);
  const { value, diagnostics } = loadFile('prices', { path, text: text ?? '' });
  if (!value) return refused(...lines(diagnostics));
  const { currency = 'USD', perDollar } = value;
  if (currency !== 'USD' && perDollar === undefined)
    return refused(
      `${path}: prices are in ${currency}, but AWS prices are in USD. Add 'perDollar', the price of one dollar in ${currency}.`,
    );
  return { value };
}

const lines = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.flatMap(({ at, severity, code, message, remedy }) => [
    `${at.file}:${at.line}:${at.column}  ${severity}  ${message}  [${code}]`,
    `    ${remedy}`,
  ]);

function staffOf(
  definitions: Definitions,
  campaign: string,
  wanted: number | undefined,
): DryRunPlan['agents'] {
  return chooseAgents(definitions, campaign, wanted).map(({ id, group }) => ({
    id,
    group,
    arn: `arn:simulated:agent/${id}`,
  }));
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  const bytes = await bytesOf(path);
  return bytes && new TextDecoder().decode(bytes);
}
