// What is known about whether a number or address may be contacted at all: the blacklist (REC-13)
// and the consents (NEW-8). Kept for the address and not for the record, so that it holds in every
// campaign, also for people who are imported later. Nothing is ever taken out of the consents: a
// withdrawal is written beside what it ends.

import type { CampaignId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';

/** How a person is reached; blacklist entries and consents may be for one channel only. */
export const REACHED_BY = ['voice', 'sms', 'email'] as const;
export type ReachedBy = (typeof REACHED_BY)[number];

export const PURPOSES = ['marketing', 'service'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface BlacklistEntry {
  /** Every campaign when missing. */
  readonly campaign?: CampaignId | undefined;
  /** Every channel when missing. */
  readonly channel?: ReachedBy | undefined;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
  /** Holds until then; for good when missing. */
  readonly until?: Instant | undefined;
}

/** Numbers that begin so, e.g. those of a country or of a company. */
export interface BlacklistedPrefix extends BlacklistEntry {
  readonly prefix: string;
}

export interface Withdrawal {
  readonly at: Instant;
  readonly by: string;
  /** How the person said so. */
  readonly wording?: string | undefined;
}

export interface Consent {
  readonly purpose: Purpose;
  readonly channel: ReachedBy;
  /** Where it was given: a form, a file, a call. */
  readonly source: string;
  /** The words the person agreed to. */
  readonly wording?: string | undefined;
  /** When it was given; when it was learnt of, where that is not known. */
  readonly at: Instant;
  readonly withdrawn?: Withdrawal | undefined;
}

/** What the ledger holds of one number or address. */
export interface LedgerPage {
  /** Counts changes, from 0. */
  readonly version: number;
  readonly blacklist: readonly BlacklistEntry[];
  readonly consents: readonly Consent[];
}

export const EMPTY_PAGE: LedgerPage = { version: 0, blacklist: [], consents: [] };

/** What decides about one number or address: its page, and the prefixes it begins with. */
export interface Standing {
  readonly blacklist: readonly BlacklistEntry[];
  readonly consents: readonly Consent[];
}

/** Under which a number or address is kept: e-mail addresses are the same in capitals. */
export const ledgerName = (address: string): string => address.toLowerCase();

/** @param address E.164 or an e-mail address */
export function standingOf(
  address: string,
  page: Pick<LedgerPage, 'blacklist' | 'consents'>,
  prefixes: readonly BlacklistedPrefix[],
): Standing {
  const matching = prefixes.filter(({ prefix }) => address.startsWith(prefix));
  return { blacklist: [...page.blacklist, ...matching], consents: page.consents };
}

export type LedgerChange =
  | ({ readonly kind: 'blacklist' } & Omit<BlacklistEntry, 'at'>)
  /** Takes the entries of that campaign and channel out; all of them where none is named. */
  | {
      readonly kind: 'allow';
      readonly campaign?: CampaignId | undefined;
      readonly channel?: ReachedBy | undefined;
    }
  | ({ readonly kind: 'consent'; readonly at?: Instant | undefined } & Omit<
      Consent,
      'at' | 'withdrawn'
    >)
  /** Of every purpose or channel where none is named. */
  | {
      readonly kind: 'withdraw';
      readonly purpose?: Purpose | undefined;
      readonly channel?: ReachedBy | undefined;
      readonly by: string;
      readonly wording?: string | undefined;
    };

/** The page after the changes; the same page when they change nothing. */
export function changedPage(
  page: LedgerPage,
  changes: readonly LedgerChange[],
  now: Instant,
): LedgerPage {
  const after = changes.reduce((before, change) => applied(before, change, now), page);
  return after === page ? page : { ...after, version: page.version + 1 };
}

function applied(page: LedgerPage, change: LedgerChange, now: Instant): LedgerPage {
  switch (change.kind) {
    case 'blacklist': {
      const { kind: _, ...entry } = change;
      const blacklist = listed(page.blacklist, { ...entry, at: now });
      return blacklist === page.blacklist ? page : { ...page, blacklist };
    }
    case 'allow': {
      const kept = page.blacklist.filter((entry) => !isOf(entry, change));
      return kept.length === page.blacklist.length ? page : { ...page, blacklist: kept };
    }
    case 'consent':
      return granted(page, change, now);
    case 'withdraw':
      return withdraw(page, change, now);
  }
}

/** An entry for the same campaign and channel is replaced, unless the old one holds for longer. */
function listed<T extends BlacklistEntry>(entries: readonly T[], entry: T): readonly T[] {
  const same = entries.find(
    ({ campaign, channel }) => campaign === entry.campaign && channel === entry.channel,
  );
  if (same === undefined) return [...entries, entry];
  const holdsLonger = (same.until ?? Infinity) >= (entry.until ?? Infinity);
  return holdsLonger ? entries : [...entries.filter((each) => each !== same), entry];
}

const isOf = (
  entry: BlacklistEntry,
  { campaign, channel }: Pick<BlacklistEntry, 'campaign' | 'channel'>,
): boolean =>
  (campaign === undefined || entry.campaign === campaign) &&
  (channel === undefined || entry.channel === channel);

/**
 * A consent that is there stays as it is, and one that is no newer than a withdrawal changes
 * nothing: an old list imported once more must not bring back who has said no.
 */
function granted(
  page: LedgerPage,
  { kind: _, at, ...consent }: Extract<LedgerChange, { kind: 'consent' }>,
  now: Instant,
): LedgerPage {
  const of = page.consents.filter(
    ({ purpose, channel }) => purpose === consent.purpose && channel === consent.channel,
  );
  const isThere = of.some((each) => each.withdrawn === undefined || each.source === consent.source);
  const lastNo = Math.max(-Infinity, ...of.map((each) => each.withdrawn?.at ?? -Infinity));
  const isTooOld = Number.isFinite(lastNo) && (at === undefined || at <= lastNo);
  if (isThere || isTooOld) return page;
  return { ...page, consents: [...page.consents, { ...consent, at: at ?? now }] };
}

function withdraw(
  page: LedgerPage,
  { purpose, channel, by, wording }: Extract<LedgerChange, { kind: 'withdraw' }>,
  now: Instant,
): LedgerPage {
  const ends = (consent: Consent) =>
    consent.withdrawn === undefined &&
    (purpose === undefined || consent.purpose === purpose) &&
    (channel === undefined || consent.channel === channel);
  if (!page.consents.some(ends)) return page;
  const withdrawn = { at: now, by, ...(wording !== undefined && { wording }) };
  const consents = page.consents.map((consent) =>
    ends(consent) ? { ...consent, withdrawn } : consent,
  );
  return { ...page, consents };
}
