// The shortest pause between two calls to one number. Who was abandoned has just picked up: there
// the rule alone decides how soon they are called. A record knows its own last call; calls of
// other records, of whatever campaign, are known by the lock of the number, which stays for a while
// when the call has ended.

import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import { type Instant, plus } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';

/** undefined when the number may be called at any time. @param interval seconds */
export function redialFrom(
  { lastCall }: Pick<CampaignRecord, 'lastCall'>,
  phone: string | undefined,
  interval: number | undefined,
): Instant | undefined {
  if (lastCall === undefined || interval === undefined) return undefined;
  if (lastCall.phone !== phone || lastCall.status === 'abandoned') return undefined;
  return plus(lastCall.endedAt, interval);
}

/** The number of a call that is over: free again, and resting unless the person was abandoned. */
export function freed(
  { lastCall }: Pick<CampaignRecord, 'lastCall'>,
  { endpoint: phone, id: attempt }: Attempt,
): NonNullable<Change['freeNumber']> {
  const rests = lastCall?.phone === phone && lastCall.status !== 'abandoned';
  return { phone, attempt, calledUntil: rests ? lastCall.endedAt : undefined };
}
