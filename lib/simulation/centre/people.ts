// People as a simulation is given them, and the records they become.
import { agentId, campaignId, recordId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';

export interface SimulatedPerson {
  /** Id of the record. */
  readonly id: string;
  /** E.164. */
  readonly phone?: string;
  /** Called in this order when a call to the first fails (REC-5). */
  readonly otherPhones?: readonly string[];
  readonly email?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly weight?: number;
  readonly privateTo?: string;
}

export function recordOf(person: SimulatedPerson, campaign: string, now: Instant): CampaignRecord {
  const { id, phone, otherPhones = [], email, fields = {}, weight = 0, privateTo } = person;
  const only = (value: string | undefined) =>
    value === undefined ? [] : [{ value, isDefault: true }];
  return {
    campaign: campaignId(campaign),
    record: recordId(id),
    version: 1,
    state: 'new',
    phones: [...only(phone), ...otherPhones.map((value) => ({ value, isDefault: false }))],
    emails: only(email),
    fields,
    parameters: {},
    privateTo: privateTo === undefined ? undefined : agentId(privateTo),
    weight,
    nextContact: now,
    attempts: 0,
    endings: {},
    success: false,
    rule: { passes: {} },
    origin: { kind: 'person', by: 'simulation' },
    createdAt: now,
    updatedAt: now,
  };
}
