// What a dry run is given beside its options: the centre, the lists, how people behave, what things
// cost. Every mistake comes back as lines that name the file and say what to do.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TASK_MEMORY } from '../../application/tasks/tasks.ts';
import { instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import { didYouMean } from '../../language/nearest.ts';
import type { BehaviourFile } from '../../language/schema/behaviour.ts';
import type { DryRunPlan, PlannedCampaign } from '../../simulation/dry-run/dry-run.ts';
import { learnBehaviour, type Seen } from '../../simulation/dry-run/learn-behaviour.ts';
import { agentGroupsOf, chooseAgents, chooseStaff } from '../../simulation/dry-run/staff.ts';
import { type Varied, vary } from '../../simulation/dry-run/vary.ts';
import { classifiersOf, givenBehaviour } from '../behaviour-file.ts';
import { checkedFolder } from '../checked-folder.ts';
import { instantAt } from '../local-moment.ts';
import { pricesOf } from '../prices-file.ts';
import { type InputRefused, type ReadInput, refusedInput, textOfFile } from '../read-input.ts';
import { USUAL_CALLERS } from '../start/callers.ts';
import type { Variant } from './compare-option.ts';
import { journalLines } from './journal-lines.ts';
import { howListsAreRead, type Lists, readLists } from './lists.ts';
import type { SimulateOptions } from './options.ts';

export interface Inputs {
  readonly definitions: Definitions;
  /** One for each variant; one without a name when nothing is compared. */
  readonly plans: readonly { readonly variant: Variant; readonly plan: DryRunPlan }[];
  /** Warnings, and what was learned. */
  readonly remarks: readonly string[];
  /** How the files of contacts are read. */
  readonly contacts: readonly string[];
  /** Files of contacts by campaign. */
  readonly lists: Lists;
}

export async function readInputs(options: SimulateOptions): Promise<Inputs | InputRefused> {
  const checked = await checkedFolder(options.folder);
  if (checked.kind === 'refused') return refusedInput(...checked.lines);
  const { definitions } = checked;
  const campaigns = campaignsOf(definitions, options.campaign);
  if ('refused' in campaigns) return campaigns;
  const ids = campaigns.value;
  const [lists, behaviour, prices] = await Promise.all([
    readLists(options, definitions, ids),
    behaviourOf(options, definitions, ids),
    pricesOf(options.folder, options.prices),
  ]);
  if ('refused' in lists) return lists;
  if ('refused' in behaviour) return behaviour;
  if ('refused' in prices) return prices;
  const common = { behaviour: behaviour.value, prices: prices.value };
  const plans = plansOf(
    options,
    definitions,
    plannedCampaigns(definitions, ids, lists.lists),
    common,
  );
  if ('refused' in plans) return plans;
  return {
    definitions,
    plans: plans.value,
    remarks: [...checked.lines, ...(behaviour.remarks ?? [])],
    contacts: await howListsAreRead(lists.lists, definitions, ids.length > 1),
    lists: lists.lists,
  };
}

function plannedCampaigns(
  definitions: Definitions,
  ids: readonly string[],
  lists: Lists,
): readonly PlannedCampaign[] {
  return ids.map((id) => {
    const list = lists.get(id);
    return {
      id,
      contacts: list && { name: 'contacts.csv', bytes: list.bytes },
      groups: agentGroupsOf(definitions, id),
    };
  });
}

function plansOf(
  options: SimulateOptions,
  definitions: Definitions,
  campaigns: readonly PlannedCampaign[],
  common: Pick<DryRunPlan, 'behaviour' | 'prices'>,
): ReadInput<Inputs['plans']> {
  const { days, seed, callers = USUAL_CALLERS } = options;
  const from = instant(instantAt(options.from, definitions.centre.timeZone) ?? 0);
  const ids = campaigns.map(({ id }) => id);
  const plans: Inputs['plans'][number][] = [];
  for (const variant of options.variants.length > 0 ? options.variants : [{ name: '' }]) {
    const varied = varyCampaigns(definitions, ids, variant);
    if (varied.kind === 'impossible')
      return refusedInput(`--compare: variant '${variant.name}': ${varied.because}`);
    const agents = staffOf(varied.definitions, ids, variant.agents ?? options.agents);
    const plan = { ...common, campaigns, callers, from, days, seed, memory: TASK_MEMORY, agents };
    plans.push({ variant, plan: { ...plan, definitions: varied.definitions } });
  }
  const alike = sameAsAnother(plans);
  return alike ? refusedInput(alike) : { value: plans };
}

/** A variant's mode, cap, pickup rate and rule are those of one campaign. */
function varyCampaigns(
  definitions: Definitions,
  campaigns: readonly string[],
  { name: _, agents: __, ...changes }: Variant,
): Varied {
  const [setting] = Object.keys(changes);
  if (setting === undefined) return { kind: 'varied', definitions };
  const dialing = campaigns.filter((id) => definitions.campaigns[id]?.channels.outbound);
  const [campaign = '', ...others] = dialing;
  if (others.length > 0)
    return {
      kind: 'impossible',
      because: `'${setting}' is a setting of one campaign, and ${dialing.length} run here. Compare one of them with --campaign <id>; only 'agents' can be compared for the whole centre.`,
    };
  return vary(definitions, campaign, changes);
}

/** 'now=' and a variant that sets what is set anyway are the same run. */
function sameAsAnother(plans: Inputs['plans']): string | undefined {
  const seen = new Map<string, string>();
  for (const { variant, plan } of plans) {
    const key = JSON.stringify([plan.definitions.campaigns, plan.agents.length]);
    const same = seen.get(key);
    if (same !== undefined)
      return `--compare: '${same}' and '${variant.name}' result in the same campaign, so there is nothing to compare`;
    seen.set(key, variant.name);
  }
  return undefined;
}

/** The campaign that was named, or all that have a channel. */
function campaignsOf(
  { campaigns }: Definitions,
  wanted: string | undefined,
): ReadInput<readonly string[]> {
  const ids = Object.keys(campaigns);
  const calling = ids.filter((id) => {
    const { outbound, inbound, sms } = campaigns[id]?.channels ?? {};
    return outbound ?? inbound ?? sms;
  });
  if (calling.length === 0)
    return refusedInput('the folder has no campaign that calls, takes calls or writes');
  if (wanted === undefined) return { value: calling };
  if (calling.includes(wanted)) return { value: [wanted] };
  if (ids.includes(wanted)) return refusedInput(`--campaign: campaign '${wanted}' has no channel`);
  return refusedInput(
    `--campaign: there is no campaign '${wanted}'. ${didYouMean(wanted, calling)}`,
  );
}

async function behaviourOf(
  options: SimulateOptions,
  definitions: Definitions,
  campaigns: readonly string[],
): Promise<ReadInput<BehaviourFile>> {
  if (options.learnFrom === undefined) return givenBehaviour(options, definitions, campaigns);
  return learned(options.learnFrom, definitions, classifiersOf(definitions, campaigns));
}

async function learned(
  path: string,
  definitions: Definitions,
  known: readonly string[],
): Promise<ReadInput<BehaviourFile>> {
  const files = await journalFiles(path);
  if (typeof files === 'string') return refusedInput(`--learn-from: ${files}`);
  const seen: Seen[] = [];
  for (const file of files) {
    const read = journalLines(file, (await textOfFile(file)) ?? '');
    if ('wrong' in read) return refusedInput(read.wrong);
    for (const one of read.seen) seen.push(one);
  }
  const found = learnBehaviour(seen, definitions.centre.timeZone);
  if ('tooLittle' in found) return refusedInput(`--learn-from: ${path}: ${found.tooLittle}`);
  const classifiers = Object.fromEntries(
    Object.entries(found.behaviour.classifiers).filter(([id]) => known.includes(id)),
  );
  return {
    value: { ...found.behaviour, classifiers },
    remarks: [`Learned from ${path}: ${found.says}`],
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

function staffOf(
  definitions: Definitions,
  campaigns: readonly string[],
  wanted: number | undefined,
): DryRunPlan['agents'] {
  const [campaign = '', ...others] = campaigns;
  const chosen =
    others.length === 0
      ? chooseAgents(definitions, campaign, wanted)
      : chooseStaff(definitions, campaigns, wanted);
  return chosen.map(({ id, group }) => ({ id, group, arn: `arn:simulated:agent/${id}` }));
}
