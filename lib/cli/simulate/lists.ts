// The lists of the campaigns of a dry run: those named with --contacts, or those of the folder.
import { openContacts } from '../../contacts/contacts.ts';
import { describeFile } from '../../contacts/describe.ts';
import { readingOf } from '../../contacts/reading.ts';
import type { Definitions } from '../../language/definitions.ts';
import { didYouMean } from '../../language/nearest.ts';
import {
  type ContactList,
  callsSharedList,
  contactsPeople,
  firstList,
  ownListPath,
  sharedListPath,
} from '../contact-lists.ts';
import type { SimulateOptions } from './options.ts';

export type Lists = ReadonlyMap<string, ContactList>;

interface Refused {
  readonly refused: readonly string[];
}
const refused = (...lines: readonly string[]): Refused => ({ refused: lines });

/** @param campaigns ids of those that run */
export async function readLists(
  options: SimulateOptions,
  definitions: Definitions,
  campaigns: readonly string[],
): Promise<{ readonly lists: Lists } | Refused> {
  const named = namedLists(options.contacts, definitions, campaigns);
  if ('refused' in named) return named;
  const only = campaigns.length === 1;
  const lists = new Map<string, ContactList>();
  for (const campaign of campaigns) {
    const callsShared = only
      ? contactsPeople(definitions, campaign)
      : callsSharedList(definitions, campaign);
    const path = named.byCampaign.get(campaign) ?? (only || callsShared ? named.forAll : undefined);
    const read =
      path !== undefined
        ? await namedList(path)
        : await usualList(options.folder, campaign, { definitions, only, callsShared });
    if ('refused' in read) return read;
    if (read.list) lists.set(campaign, read.list);
  }
  return { lists };
}

interface NamedLists {
  readonly forAll: string | undefined;
  readonly byCampaign: ReadonlyMap<string, string>;
}

/** `people.csv` is for every campaign, `spring=people.csv` for one. */
function namedLists(
  given: readonly string[],
  definitions: Definitions,
  campaigns: readonly string[],
): NamedLists | Refused {
  const byCampaign = new Map<string, string>();
  let forAll: string | undefined;
  for (const text of given) {
    const [, campaign, path = ''] = /^([a-z0-9][a-z0-9-]*)=(.*)$/.exec(text) ?? [];
    if (campaign === undefined) {
      if (forAll !== undefined)
        return refused(
          '--contacts: two lists for all campaigns; name the campaign of each: --contacts <campaign>=<csv>',
        );
      forAll = text;
      continue;
    }
    if (!Object.hasOwn(definitions.campaigns, campaign))
      return refused(
        `--contacts: there is no campaign '${campaign}'. ${didYouMean(campaign, campaigns) ?? ''}`.trim(),
      );
    if (!campaigns.includes(campaign))
      return refused(
        `--contacts: campaign '${campaign}' does not run; only ${campaigns.join()} does`,
      );
    if (byCampaign.has(campaign))
      return refused(`--contacts: two lists for campaign '${campaign}'`);
    byCampaign.set(campaign, path);
  }
  return { forAll, byCampaign };
}

type ReadList = { readonly list: ContactList | undefined } | Refused;

async function namedList(path: string): Promise<ReadList> {
  const list = await firstList([path]);
  if (!list) return refused(`--contacts: '${path}' cannot be read; is the path right?`);
  return usable(list);
}

/** A campaign that takes calls needs no list. */
async function usualList(
  folder: string,
  campaign: string,
  about: {
    readonly definitions: Definitions;
    readonly only: boolean;
    readonly callsShared: boolean;
  },
): Promise<ReadList> {
  const { definitions, only, callsShared } = about;
  const [own, shared] = [ownListPath(folder, campaign), sharedListPath(folder)];
  const list = await firstList(callsShared ? [own, shared] : [own]);
  if (list) return usable(list);
  if (definitions.campaigns[campaign]?.channels.inbound) return { list };
  return refused(
    only
      ? `there is no list to call: ${shared} does not exist; choose one with --contacts <csv>`
      : `campaign '${campaign}' has no list to call: there is neither ${own} nor ${shared}. Choose one with --contacts ${campaign}=<csv>, or run a single campaign with --campaign.`,
  );
}

const usable = (list: ContactList): ReadList =>
  list.bytes.length === 0 ? refused(`--contacts: '${list.path}' is empty`) : { list };

/** How the files are read, as lines. */
export async function howListsAreRead(
  lists: Lists,
  definitions: Definitions,
  isCentre: boolean,
): Promise<readonly string[]> {
  const described: string[] = [];
  for (const [campaign, { path, bytes }] of lists) {
    const settings = definitions.campaigns[campaign];
    if (!settings) continue;
    const whole = async function* () {
      yield bytes;
    };
    const file = await openContacts(whole, readingOf(definitions, settings));
    const head = isCentre ? `Contacts of ${campaign}: ${path}` : 'Contacts';
    described.push(head, ...describeFile(file, false), '');
  }
  return described;
}
