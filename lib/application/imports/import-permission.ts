// Whether the people of a file may be contacted at all (REC-13, NEW-8). Who may not becomes a
// record all the same, blacklisted or set aside, so that the campaign can say why.

import type { ConsentRead } from '../../contacts/consent-cell.ts';
import type { ContactRow } from '../../contacts/contacts.ts';
import { originOf } from '../../domain/contact-hours/numbering.ts';
import { changedPage, type LedgerChange, type Standing } from '../../domain/ledger/ledger.ts';
import { type Blocked, ledgerGates } from '../../domain/ledger/ledger-gates.ts';
import type { Gate } from '../../domain/model/gate.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import { defaultOf, type Endpoint } from '../../domain/model/record.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import { changeAddress } from '../ledger/change-ledger.ts';
import type { Ledger } from '../ports/ledger.ts';

/** What forbids contacting the person of a row, and what was looked at. */
export interface Forbidden {
  readonly blocked: Blocked;
  readonly gates: readonly Gate[];
}

interface Importing {
  readonly campaign: CampaignId;
  readonly settings: Campaign;
  /** Of numbers that show none. */
  readonly country: string;
  readonly file: string;
  readonly now: Instant;
}

export const contactedBy = ({ channels }: Campaign) =>
  channels.outbound === undefined && channels.sms !== undefined ? 'sms' : 'voice';

/** By place in the batch; undefined for those who may be contacted. */
export async function forbiddenOf(
  batch: readonly ContactRow[],
  importing: Importing,
  ledger: Ledger,
): Promise<readonly (Forbidden | undefined)[]> {
  await keepConsents(batch, importing, ledger);
  const people = batch.map((row) => (row.kind === 'contact' ? row.contact : undefined));
  return forbidden(people, importing, ledger, (standing) => standing);
}

interface Foreseen {
  readonly phones: readonly Endpoint[];
  readonly consent?: Consenting['consent'] | undefined;
}

/** The same before anything is stored: what a row says of a consent counts as if it were kept. */
export async function forbiddenIfImported(
  people: readonly (Foreseen | undefined)[],
  importing: Importing,
  ledger: Pick<Ledger, 'standings'>,
): Promise<readonly (Forbidden | undefined)[]> {
  return forbidden(people, importing, ledger, (standing, person) => {
    if (person.consent === undefined) return standing;
    const consents = consentsOf({ consent: person.consent }, importing).calls;
    return { ...standing, ...changedPage({ version: 0, ...standing }, consents, importing.now) };
  });
}

async function forbidden<P extends Pick<Foreseen, 'phones'>>(
  people: readonly (P | undefined)[],
  { campaign, settings, country, now }: Importing,
  ledger: Pick<Ledger, 'standings'>,
  standingOf: (kept: Standing, person: P) => Standing,
): Promise<readonly (Forbidden | undefined)[]> {
  const phones = people.map((person) => person && defaultOf(person.phones));
  const named = [...new Set(phones.filter((phone) => phone !== undefined))];
  const standings = named.length === 0 ? undefined : await ledger.standings(named);
  return people.map((person, n) => {
    const phone = phones[n];
    const kept = standings?.get(phone ?? '');
    if (person === undefined || phone === undefined || kept === undefined) return undefined;
    const { gates, blocked: all } = ledgerGates({
      standing: standingOf(kept, person),
      campaign,
      channel: contactedBy(settings),
      purpose: settings.purpose,
      country: originOf(phone)?.country ?? country,
      isWanted: false,
      now,
    });
    // an entry that ends is looked at again when the record is due
    const blocked = all.find(({ until }) => until === undefined);
    return blocked && { blocked, gates };
  });
}

/** As the report of an import and a preview say it. */
export const forbiddenRemark = ({ blocked }: Forbidden): string =>
  `not contacted: ${blocked.because}`;

interface Consenting {
  readonly consent: NonNullable<ConsentRead['consent']>;
}

/** The column speaks for every channel the person can be reached on. */
function consentsOf({ consent: { day } }: Consenting, { settings, file }: Importing) {
  const consent = {
    kind: 'consent',
    purpose: 'marketing',
    source: `import of ${file}`,
    wording: settings.consentWording,
    at: day === undefined ? undefined : instant(Date.parse(`${day}T12:00:00Z`)),
  } as const;
  const calls: LedgerChange[] = [
    { ...consent, channel: 'voice' },
    { ...consent, channel: 'sms' },
  ];
  const emails: LedgerChange[] = [{ ...consent, channel: 'email' }];
  return { calls, emails };
}

async function keepConsents(
  batch: readonly ContactRow[],
  importing: Importing,
  ledger: Ledger,
): Promise<void> {
  const { now } = importing;
  await Promise.all(
    batch.flatMap((row) => {
      if (row.kind !== 'contact' || row.consent === undefined) return [];
      const changes = consentsOf({ consent: row.consent }, importing);
      const { phones, emails } = row.contact;
      return [
        ...phones.map(({ value }) => changeAddress(value, changes.calls, ledger, now)),
        ...emails.map(({ value }) => changeAddress(value, changes.emails, ledger, now)),
      ];
    }),
  );
}
