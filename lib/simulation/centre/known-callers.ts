// Who calls a campaign's numbers: people of its list, who know their own numbers by heart.
// Strangers and people who withhold their numbers call as well (phone-network/arrivals.ts).
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { KnownCaller } from '../phone-network/arrivals.ts';

export function callersOf(records: readonly CampaignRecord[]): readonly KnownCaller[] {
  return records.flatMap(({ phones, fields }) => {
    const knows = Object.values(fields).flatMap((value) => {
      const digits = String(value ?? '');
      return /^\d{3,20}$/.test(digits) ? [digits] : [];
    });
    const [first] = phones;
    return first === undefined ? [] : [{ phone: first.value, knows }];
  });
}
