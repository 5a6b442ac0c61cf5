// The gates that follow from the ledger: whether the address is on the blacklist, and whether its
// owner has agreed to be contacted for this.

import type { Gate } from '../model/gate.ts';
import type { CampaignId } from '../model/ids.ts';
import { type Instant, toIso } from '../model/instant.ts';
import { consentLaw } from './consent-rules.ts';
import type { BlacklistEntry, Purpose, ReachedBy, Standing, Withdrawal } from './ledger.ts';

export interface LedgerFacts {
  readonly standing: Standing;
  readonly campaign: CampaignId;
  readonly channel: ReachedBy;
  /** What the campaign contacts people for. */
  readonly purpose: Purpose;
  /** ISO 3166, of the address. */
  readonly country: string;
  /** The person contacted us first. */
  readonly isWanted: boolean;
  readonly now: Instant;
}

/** Why somebody is not contacted, for the counts of a campaign. */
export type BlockedBy = 'blacklist' | 'consent';

export interface Blocked {
  readonly by: BlockedBy;
  readonly because: string;
  /** When the blacklist entry ends; undefined when it holds for good. */
  readonly until?: Instant | undefined;
}

export interface LedgerChecked {
  readonly gate: Gate;
  readonly blocked?: Blocked;
}

/** Every gate of the ledger, and what those say that it does not pass. */
export function ledgerGates(facts: LedgerFacts): {
  readonly gates: readonly Gate[];
  readonly blocked: readonly Blocked[];
} {
  const checked = [blacklistGate(facts), consentGate(facts)].filter((each) => each !== undefined);
  return {
    gates: checked.map(({ gate }) => gate),
    blocked: checked.flatMap(({ blocked }) => blocked ?? []),
  };
}

/** Of an entry that forbids it, the one that holds longest. */
export function blacklistGate({
  standing,
  campaign,
  channel,
  now,
}: Pick<LedgerFacts, 'standing' | 'campaign' | 'channel' | 'now'>): LedgerChecked {
  const holds = standing.blacklist
    .filter((entry) => entry.campaign === undefined || entry.campaign === campaign)
    .filter((entry) => entry.channel === undefined || entry.channel === channel)
    .filter(({ until }) => until === undefined || until > now)
    .toSorted((a, b) => (b.until ?? Infinity) - (a.until ?? Infinity))[0];
  if (holds === undefined) return { gate: { gate: 'blacklist', passed: true, saw: 'not listed' } };
  const { reason, by, at, until } = holds;
  const lasts = until === undefined ? 'for good' : `until ${toIso(until)}`;
  const saw = `${reason} (${where(holds)}, by ${by}, ${toIso(at)}, ${lasts})`;
  return {
    gate: { gate: 'blacklist', passed: false, saw, wanted: 'not listed' },
    blocked: { by: 'blacklist', because: `it is on the blacklist: ${reason}`, until },
  };
}

const where = ({ campaign, channel }: BlacklistEntry): string =>
  `${campaign === undefined ? 'every campaign' : `campaign ${campaign}`}, ${channel ?? 'every channel'}`;

/** Service campaigns need none, nor does calling back somebody who is on record for their call. */
export function consentGate(facts: LedgerFacts): LedgerChecked | undefined {
  const { standing, purpose, channel, country, isWanted } = facts;
  if (purpose !== 'marketing') return undefined;
  const law = consentLaw(country, channel);
  if (law === undefined) return undefined;
  if (isWanted)
    return { gate: { gate: 'consent', passed: true, saw: 'the person contacted us first' } };
  const of = standing.consents.filter((each) => each.purpose === purpose);
  const given = of.find((each) => each.channel === channel && each.withdrawn === undefined);
  if (given !== undefined) {
    const saw = `given ${toIso(given.at)}, ${given.source}`;
    return { gate: { gate: 'consent', passed: true, saw } };
  }
  const no = of.findLast((each) => each.channel === channel)?.withdrawn;
  const saw = no === undefined ? 'none' : withdrawal(no);
  const wanted = `consent to ${NAME[channel]} for marketing in ${country}: ${law}`;
  const because = `there is no consent to ${NAME[channel]} for marketing`;
  return {
    gate: { gate: 'consent', passed: false, saw, wanted },
    blocked: { by: 'consent', because },
  };
}

const withdrawal = ({ at, by, wording }: Withdrawal): string =>
  `withdrawn ${toIso(at)}, ${by}${wording === undefined ? '' : `: ${wording}`}`;

const NAME: Readonly<Record<ReachedBy, string>> = {
  voice: 'calls',
  sms: 'text messages',
  email: 'e-mails',
};
