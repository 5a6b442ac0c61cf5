// Whether the people of a file may be contacted at all (REC-13, NEW-8). Who may not becomes a
// record all the same, blacklisted or set aside, so that the campaign can say why.

import type { ContactRow } from '../../contacts/contacts.ts';
import { originOf } from '../../domain/contact-hours/numbering.ts';
import type { LedgerChange } from '../../domain/ledger/ledger.ts';
import { type Blocked, ledgerGates } from '../../domain/ledger/ledger-gates.ts';
import type { Gate } from '../../domain/model/gate.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import { defaultOf } from '../../domain/model/record.ts';
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
  const phones = batch.map((row) =>
    row.kind === 'contact' ? defaultOf(row.contact.phones) : undefined,
  );
  const named = [...new Set(phones.filter((phone) => phone !== undefined))];
  const standings = named.length === 0 ? undefined : await ledger.standings(named);
  return phones.map((phone) => {
    const standing = standings?.get(phone ?? '');
    if (phone === undefined || standing === undefined) return undefined;
    const { campaign, settings, country, now } = importing;
    const { gates, blocked: all } = ledgerGates({
      standing,
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

/** The column speaks for every channel the person can be reached on. */
async function keepConsents(
  batch: readonly ContactRow[],
  { settings, file, now }: Importing,
  ledger: Ledger,
): Promise<void> {
  await Promise.all(
    batch.flatMap((row) => {
      if (row.kind !== 'contact' || row.consent === undefined) return [];
      const { day } = row.consent;
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
      const { phones, emails } = row.contact;
      return [
        ...phones.map(({ value }) => changeAddress(value, calls, ledger, now)),
        ...emails.map(({ value }) =>
          changeAddress(value, [{ ...consent, channel: 'email' }], ledger, now),
        ),
      ];
    }),
  );
}
