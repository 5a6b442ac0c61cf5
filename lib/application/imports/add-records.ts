// People that another system adds to a campaign one by one or many at once (REC-14), by the rules
// of an imported file: the same person in the same campaign is the same record, so what is added
// twice is there once. A file is read generously; here whoever sends a value knows what it is, so
// one that is wrong refuses the record and says where.
import type { ContactRow } from '../../contacts/contacts.ts';
import { type ContactData, LARGEST_CONTACT, LONGEST_VALUE } from '../../contacts/read-contact.ts';
import { agentId, type CampaignId, campaignId, type RecordId } from '../../domain/model/ids.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Endpoint, Origin } from '../../domain/model/record.ts';
import { checkField } from '../../domain/records/fields.ts';
import { newRecord, personOf } from '../../domain/records/new-record.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import { recordSettings } from '../../language/record-settings.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import type { Ports } from '../ports/ports.ts';
import { type Against, addedChange, addUnlessThere } from './added-change.ts';
import { heldByCaps } from './held-by-caps.ts';
import { forbiddenOf } from './import-permission.ts';
import { type ContactMistake, type Mistaken, readEndpoints } from './read-endpoints.ts';
import { knownBefore, recordIds } from './record-ids.ts';

type Needs = Pick<
  Ports,
  'records' | 'pseudonyms' | 'definitions' | 'ledger' | 'clock' | 'contactLog'
>;

export interface NewContact {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly weight: number;
  /** The agent it is private to. */
  readonly agent?: string | undefined;
  /** Who adds it, when missing. */
  readonly origin?: Origin | undefined;
}

export type Added =
  | { readonly kind: 'added' | 'present'; readonly record: RecordId }
  | { readonly kind: 'refused'; readonly mistakes: readonly ContactMistake[] };

/** Added at once. */
const TOGETHER = 25;

/** @returns one outcome for each contact, in their order */
export async function addRecords(
  campaign: string,
  contacts: readonly NewContact[],
  by: string,
  ports: Needs,
): Promise<readonly Added[]> {
  const definitions = ports.definitions.definitions();
  const settings = recordSettings(definitions, campaign);
  invariant(settings !== undefined, `campaign '${campaign}' is there`);
  const read = contacts.map((contact) => contactOf(contact, settings, definitions));
  const forbidden = await forbiddenOf(
    read.map(asRow),
    {
      campaign: campaignId(campaign),
      settings,
      country: settings.country ?? definitions.centre.country,
      file: by,
      now: ports.clock.now(),
    },
    ports.ledger,
  );
  const held = await heldByCaps(
    read.map((one) => (isRefused(one) ? undefined : one)),
    { campaign, settings, now: ports.clock.now() },
    ports,
  );
  const all = read.map(
    (one, n): Readable => ({
      read: one,
      against: { forbidden: forbidden[n], held: held[n] },
      origin: contacts[n]?.origin ?? { kind: 'person', by },
    }),
  );
  const outcomes: Added[] = [];
  // the first of two for one person is added before the second is looked at
  for (let from = 0; from < all.length; from += TOGETHER)
    outcomes.push(
      ...(await addSome(campaignId(campaign), all.slice(from, from + TOGETHER), by, ports)),
    );
  return outcomes;
}

type Read = ContactData | readonly ContactMistake[];

interface Readable {
  readonly read: Read;
  readonly against: Against;
  readonly origin: Origin;
}

const isRefused = (read: Read): read is readonly ContactMistake[] => Array.isArray(read);

async function addSome(
  campaign: CampaignId,
  some: readonly Readable[],
  by: string,
  ports: Needs,
): Promise<readonly Added[]> {
  const people = new Map<string, number>();
  const looked = await Promise.all(
    some.map(async ({ read, ...rest }, n) => {
      if (isRefused(read)) return { kind: 'refused' as const, mistakes: read };
      const person = personOf(read);
      const first = people.get(person);
      if (first !== undefined) return { kind: 'repeats' as const, first };
      people.set(person, n);
      const [id, ...former] = await recordIds(campaign, person, ports.pseudonyms);
      const known = await knownBefore(campaign, former, ports.records);
      if (known !== undefined) return { kind: 'present' as const, record: known.record };
      const made = newRecord(campaign, id, read, rest.origin, ports.clock.now());
      return { kind: 'new' as const, addition: addedChange(made, rest.against, by) };
    }),
  );
  const additions = looked.flatMap((one) => (one.kind === 'new' ? [one.addition] : []));
  const stored = await addUnlessThere(additions, ports.records);
  let place = 0;
  const outcomes: Added[] = [];
  for (const one of looked) {
    if (one.kind === 'repeats') outcomes.push(asPresent(outcomes[one.first]));
    else if (one.kind === 'new') {
      const kind = stored[place++] === 'added' ? 'added' : 'present';
      outcomes.push({ kind, record: one.addition.after.record });
    } else outcomes.push(one);
  }
  return outcomes;
}

/** Somebody else of the same request is the person. */
function asPresent(first: Added | undefined): Added {
  invariant(first !== undefined, 'the first of two stands before the other');
  return first.kind === 'added' ? { ...first, kind: 'present' } : first;
}

/** As the look at who may be contacted takes the rows of a file. */
const asRow = (read: Read, n: number): ContactRow =>
  isRefused(read)
    ? { kind: 'refused', row: n, cells: [], remarks: [], left: [], reasons: [] }
    : { kind: 'contact', row: n, cells: [], remarks: [], left: [], contact: read };

function contactOf(contact: NewContact, campaign: Campaign, definitions: Definitions): Read {
  const mistakes: ContactMistake[] = [];
  const wrong = (reason: string, ...at: readonly (string | number)[]) => {
    mistakes.push({ at, reason });
  };
  const { phones, emails } = readEndpoints(contact, campaign, definitions, wrong);
  const fields = fieldsOf(contact, campaign, wrong);
  againstWhole(contact, definitions, wrong);
  if (mistakes.length > 0) return mistakes;
  return {
    phones: endpoints(phones),
    emails: endpoints(emails),
    fields,
    weight: contact.weight,
    privateTo: contact.agent === undefined ? undefined : agentId(contact.agent),
  };
}

function fieldsOf({ fields }: NewContact, campaign: Campaign, wrong: Mistaken) {
  const values: Record<string, string> = {};
  for (const [id, text] of Object.entries(fields)) {
    const field = own(campaign.fields, id);
    if (field === undefined) wrong('the campaign has no such field', 'fields', id);
    else if (text.length > LONGEST_VALUE)
      wrong(`is longer than ${LONGEST_VALUE} characters`, 'fields', id);
    else {
      const checked = checkField(text, field);
      if (checked.kind === 'bad') wrong(checked.reason, 'fields', id);
      else if (checked.value !== '') values[id] = checked.value;
    }
  }
  return values;
}

function againstWhole(contact: NewContact, { groups }: Definitions, wrong: Mistaken): void {
  const { agent } = contact;
  if (agent !== undefined && !Object.values(groups).some(({ agents }) => agents.includes(agent)))
    wrong('there is no such agent', 'agent');
  if (Buffer.byteLength(JSON.stringify(contact)) > LARGEST_CONTACT)
    wrong('holds more than the 100 KB a record takes');
}

/** The first is the default. */
const endpoints = (values: readonly string[]): readonly Endpoint[] =>
  [...new Set(values)].map((value, index) => ({ value, isDefault: index === 0 }));
