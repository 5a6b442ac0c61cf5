// Contacts against the caps (NEW-7): looked at when a record is taken, and counted at the moment of
// dialing or sending, which is when two campaigns must not both find room. What was counted and
// then crashed stays counted: a cap is never passed, at worst it holds a little too early.

import {
  type CapChecked,
  type CapFacts,
  type ContactPage,
  capGates,
  capsOf,
  remembersFor,
} from '../../domain/ledger/contact-caps.ts';
import type { ReachedBy } from '../../domain/ledger/ledger.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = Pick<Ports, 'contactLog' | 'definitions' | 'clock'>;

export interface ContactToBegin {
  readonly campaign: string;
  readonly record: Pick<CampaignRecord, 'phones' | 'emails'>;
  readonly channel: ReachedBy;
  readonly address: string;
  readonly id: string;
  readonly isWanted: boolean;
}

/** All a person can be reached on. */
function addressesOf(
  { phones, emails }: Pick<CampaignRecord, 'phones' | 'emails'>,
  address: string,
): readonly string[] {
  return [...new Set([...phones, ...emails].map(({ value }) => value).concat(address))];
}

/**
 * Counts the contact, if there is room for it. @returns the caps that leave none; empty when it may
 * begin
 */
export async function beginContact(
  contact: ContactToBegin,
  { contactLog, definitions, clock }: Needs,
): Promise<readonly CapChecked[]> {
  const all = definitions.definitions();
  const remembered = remembersFor(all);
  if (remembered === undefined) return [];
  const { address, channel, id } = contact;
  return untilCommitted('the contacts of a person', async () => {
    const now = clock.now();
    const pages = await contactLog.pages(addressesOf(contact.record, address));
    const facts: CapFacts = {
      ...{ caps: capsOf(all, contact.campaign), channel, address, pages, id },
      ...{ isWanted: contact.isWanted, zone: all.centre.timeZone, now },
    };
    const full = capGates(facts).filter(({ gate }) => !gate.passed);
    if (full.length > 0) return full;
    const added = await contactLog.add({
      ...{ pages, address, remembered },
      contact: { id, at: now, channel },
    });
    return added === 'added' ? [] : 'conflict';
  });
}

/** It did not come to the contact that was counted. */
export async function contactNotMade(
  { address, id }: Pick<ContactToBegin, 'address' | 'id'>,
  { contactLog, definitions }: Omit<Needs, 'clock'>,
): Promise<void> {
  if (remembersFor(definitions.definitions()) !== undefined) await contactLog.remove(address, id);
}

/** Of a person's numbers and addresses, as far as a campaign's caps need them. */
export async function contactsAhead(
  campaign: string,
  likely: readonly CampaignRecord[],
  { contactLog, definitions }: Omit<Needs, 'clock'>,
): Promise<(record: CampaignRecord) => Promise<ReadonlyMap<string, ContactPage> | undefined>> {
  if (capsOf(definitions.definitions(), campaign).length === 0) return async () => undefined;
  const allOf = (record: CampaignRecord) => addressesOf(record, record.callBackTo ?? '');
  const addresses = [...new Set(likely.flatMap(allOf))].filter((each) => each !== '');
  const known = addresses.length === 0 ? undefined : await contactLog.pages(addresses);
  return async (record) => {
    const own = allOf(record).filter((each) => each !== '');
    if (own.some((each) => !known?.has(each))) return contactLog.pages(own);
    return new Map([...(known ?? [])].filter(([address]) => own.includes(address)));
  };
}
