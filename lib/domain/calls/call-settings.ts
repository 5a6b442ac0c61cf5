// What settling a call needs of the files, also for a campaign that has left them: its calls are
// brought to an end without a rule.
import type { Definitions } from '../../language/definitions.ts';
import { campaignSetting, UNKNOWN_CAMPAIGN_TIMES } from '../campaigns/campaign-setting.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Instant } from '../model/instant.ts';
import { isInbound } from './call-events.ts';
import { inboundSetting } from './inbound-setting.ts';
import type { CallSettings } from './settlement.ts';

export function callSettings(
  definitions: Definitions,
  campaign: string,
  now: Instant,
  attempt: Pick<Attempt, 'direction'> = { direction: 'outbound' },
): CallSettings {
  if (isInbound(attempt)) return inboundCallSettings(definitions, campaign, now);
  const setting = campaignSetting(definitions, campaign);
  const rule = setting?.outbound.rule;
  return {
    times: setting?.times ?? UNKNOWN_CAMPAIGN_TIMES,
    now,
    rule: rule !== undefined && definitions.rules[rule] !== undefined ? rule : undefined,
    nextNumber: setting && {
      after: setting.outbound.nextNumberAfter,
      specialNumbers: setting.outbound.specialNumbers,
    },
  };
}

function inboundCallSettings(
  definitions: Definitions,
  campaign: string,
  now: Instant,
): CallSettings {
  const setting = inboundSetting(definitions, campaign);
  if (setting === undefined) return { times: UNKNOWN_CAMPAIGN_TIMES, now };
  const { times, callBack, inbound } = setting;
  return { times, now, inbound: { callBack, protectClosed: inbound.protectClosed } };
}
