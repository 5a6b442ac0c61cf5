// How often the sweeper looks for what is seldom there. Its runs are five minutes apart; each kind
// of look falls into one run of so many minutes, by the clock, so that nothing has to be kept.

import { campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import { isOpen } from '../../domain/contact-hours/calendar.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';

/** Milliseconds between two runs of the sweeper. */
const RUN = 5 * 60_000;

/** Whether the run at this moment is the one in so many minutes. */
const isOneIn = (minutes: number, now: Instant): boolean => now % (minutes * 60_000) < RUN;

/** Webhooks that fail have their line worked without the sweeper, unless a message got lost. */
export const looksAtWebhooks = (now: Instant): boolean => isOneIn(60, now);
/** Webhooks that answer: nothing waits for them, unless a function died while it stored it. */
export const looksAtSoundWebhooks = (now: Instant): boolean => isOneIn(180, now);
/** Calls while nobody is called. */
export const looksAtFewCalls = (now: Instant): boolean => isOneIn(30, now);
/** Copies, which are left alone for an hour in any case. */
export const looksSeldom = (now: Instant): boolean => isOneIn(60, now);

/** Seconds after the queue has closed in which its last calls end. */
const LAST_CALLS = 3600;

/** A campaign that only dials, while its queue is closed, has no calls. */
export function mayHaveCalls(definitions: Definitions, id: string, now: Instant): boolean {
  const { outbound, ...others } = definitions.campaigns[id]?.channels ?? {};
  const hours = campaignSetting(definitions, id)?.queueHours;
  const onlyDials = outbound !== undefined && Object.values(others).every((one) => !one);
  if (!onlyDials || hours === undefined) return true;
  return isOpen(hours, now) || isOpen(hours, plus(now, -LAST_CALLS));
}
