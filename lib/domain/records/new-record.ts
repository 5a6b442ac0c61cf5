// A person as a record of a campaign, not contacted yet.
import type { AgentId, CampaignId, RecordId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import { type CampaignRecord, defaultOf, type Endpoint, type Origin } from '../model/record.ts';

export interface Person {
  readonly phones: readonly Endpoint[];
  readonly emails: readonly Endpoint[];
  readonly fields: Readonly<Record<string, string>>;
  readonly weight: number;
  readonly privateTo?: AgentId | undefined;
}

/** Who it is: records with the same are of the same person. */
export const personOf = ({ phones, emails }: Pick<Person, 'phones' | 'emails'>): string =>
  defaultOf(phones) ?? defaultOf(emails) ?? '';

export function newRecord(
  campaign: CampaignId,
  record: RecordId,
  person: Person,
  origin: Origin,
  now: Instant,
): CampaignRecord {
  return {
    campaign,
    record,
    version: 1,
    state: 'new',
    ...person,
    parameters: {},
    nextContact: now,
    attempts: 0,
    endings: {},
    success: false,
    rule: { passes: {} },
    origin,
    createdAt: now,
    updatedAt: now,
  };
}
