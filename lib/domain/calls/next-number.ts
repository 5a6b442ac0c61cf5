// A person with several numbers (REC-5): a call that fails goes on to the next one, as the campaign
// says, before its callback rule decides anything; the first call of a round goes to the default.

import type { SpecialNumber } from '../../language/schema/campaign.ts';
import type { CallStatus } from '../../language/schema/rule.ts';
import type { Attempt } from '../model/attempt.ts';
import type { CampaignRecord, Endpoint } from '../model/record.ts';
import { specialKindOf } from '../records/special-numbers.ts';

export interface NextNumberSetting {
  readonly after: readonly CallStatus[];
  /** Kinds of special numbers the campaign calls. */
  readonly specialNumbers: readonly SpecialNumber[];
}

/** In the order in which they are called: the default, then the others as they were added. */
export function inDialingOrder(phones: readonly Endpoint[]): readonly string[] {
  const first = phones.filter(({ isDefault }) => isDefault);
  const others = phones.filter(({ isDefault }) => !isDefault);
  return [...first, ...others].map(({ value }) => value);
}

/** The number to call after this attempt; undefined when the round is over. */
export function nextNumber(
  { phones }: Pick<CampaignRecord, 'phones'>,
  { endpoint, status = 'error' }: Pick<Attempt, 'endpoint' | 'status'>,
  setting: NextNumberSetting | undefined,
): string | undefined {
  if (setting === undefined || !setting.after.some((each) => each === status)) return undefined;
  const order = inDialingOrder(phones);
  const tried = order.indexOf(endpoint);
  if (tried < 0) return undefined;
  return order.slice(tried + 1).find((number) => {
    const kind = specialKindOf(number);
    return kind === undefined || setting.specialNumbers.includes(kind);
  });
}
