// Pages of the contacts of some days, the latest first, with the records they are of.
import type { Ports } from '../../application/ports/ports.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { own } from '../../language/dictionary.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import { positionOf } from '../paging.ts';
import { callView } from '../views.ts';

type Needs = Pick<Ports, 'reports' | 'records' | 'definitions'>;

/** Contacts read at once, and pages looked through for those wanted. */
const A_PAGE = 100;
const MOST_PAGES = 10;

/** Where a page ended: on a day, and in its list. */
interface ContactPosition {
  readonly day: string;
  readonly from?: string | undefined;
}

export interface ListedContact {
  readonly attempt: Attempt;
  readonly record: CampaignRecord;
}

interface Wanted {
  /** From the last day to the first. */
  readonly days: readonly string[];
  readonly limit: number;
  readonly isWanted: (attempt: Attempt) => boolean;
}

export async function contactsOf(
  campaign: string,
  { days, limit, isWanted }: Wanted,
  begin: ContactPosition | undefined,
  { reports, records }: Needs,
): Promise<{
  readonly contacts: readonly ListedContact[];
  readonly next?: ContactPosition | undefined;
}> {
  const id = campaignId(campaign);
  const found: ListedContact[] = [];
  let place: ContactPosition | undefined = begin ?? firstOf(days);
  for (let n = 0; place !== undefined && (n < MOST_PAGES || found.length === 0); n++) {
    if (n >= MOST_PAGES + days.length) break;
    const { day, from }: ContactPosition = place;
    const size = Math.min(A_PAGE, limit - found.length);
    const page = await reports.contacts(id, day, { limit: size, from });
    const read = await Promise.all(
      page.contacts.map(async ({ ref, attempt }) => ({
        attempt: await records.loadAttempt(ref, attempt),
        record: await records.load(ref),
      })),
    );
    for (const { attempt, record } of read)
      if (attempt?.status !== undefined && record !== undefined && isWanted(attempt))
        found.push({ attempt, record });
    place = page.next === undefined ? dayBefore(day, days) : { day, from: page.next };
    if (found.length >= limit) break;
  }
  return { contacts: found, next: place };
}

const firstOf = (days: readonly string[]): ContactPosition | undefined => {
  const [day] = days;
  return day === undefined ? undefined : { day };
};

function dayBefore(day: string, days: readonly string[]): ContactPosition | undefined {
  return firstOf(days.slice(days.indexOf(day) + 1));
}

export function contactPosition(
  cursor: string | undefined,
  days: readonly string[],
): ContactPosition | undefined | 'unknown' {
  if (cursor === undefined) return undefined;
  const position = positionOf(cursor);
  if (!Array.isArray(position)) return 'unknown';
  const [day, from]: readonly unknown[] = position;
  if (typeof day !== 'string' || !days.includes(day)) return 'unknown';
  if (from === null || from === undefined) return { day };
  return typeof from === 'string' && from !== '' && from.length <= 500 ? { day, from } : 'unknown';
}

/** Value of the field that names a record of the campaign in lists. */
export function significantOf(record: CampaignRecord, campaign: Campaign | undefined) {
  const fields = Object.entries(campaign?.fields ?? {});
  const id = fields.find(([, { significant }]) => significant)?.[0];
  return id === undefined ? undefined : own(record.fields, id);
}

export function contactRow({ attempt, record }: ListedContact, campaign: Campaign | undefined) {
  const { orderedAt, status, endedAt, ...view } = callView(attempt);
  const { connectedToAgent: from, disconnected: until } = attempt.timestamps;
  return {
    significant: significantOf(record, campaign),
    campaign: record.campaign as string,
    record: record.record as string,
    ...view,
    begunAt: orderedAt,
    endedAt,
    talkSeconds:
      from === undefined || until === undefined
        ? undefined
        : Math.max(0, Math.round((until - from) / 1000)),
    status: status ?? '',
  };
}

/** From the last to the first. */
export function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = Date.parse(to); day >= Date.parse(from); day -= 86_400_000)
    days.push(toIso(instant(day)).slice(0, 10));
  return days;
}
