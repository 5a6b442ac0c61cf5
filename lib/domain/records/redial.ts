// The shortest pause between two calls to one number. Who was abandoned has just picked up: there
// the rule alone decides how soon they are called.
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
