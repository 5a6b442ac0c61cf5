// Which way a campaign may be switched (CAM-2). A table, so that what is missing in it is refused.
import type { Definitions } from '../../language/definitions.ts';
import { endOfDay } from '../contact-hours/calendar.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignSwitch } from './campaign-state.ts';
import { campaignReadiness } from './readiness.ts';

const MOVES: Readonly<Record<CampaignSwitch, readonly CampaignSwitch[]>> = {
  off: ['running'],
  running: ['paused', 'ended', 'off'],
  paused: ['running', 'ended', 'off'],
  ended: ['running', 'off'],
};

/** Everything that speaks against the switch; empty when nothing does. */
export function againstSwitch(
  definitions: Definitions,
  campaign: string,
  from: CampaignSwitch,
  to: CampaignSwitch,
  now: Instant,
): readonly string[] {
  const impossible = MOVES[from].includes(to)
    ? []
    : [`it is ${from}: it can be ${MOVES[from].join(', ')} next`];
  if (to !== 'running') return impossible;
  const missing = campaignReadiness(definitions, campaign).map(({ message }) => message);
  return [...impossible, ...missing, ...lastDateOver(definitions, campaign, now)];
}

/** Past it every record would be closed instead of called (CAM-9). */
function lastDateOver(definitions: Definitions, id: string, now: Instant): readonly string[] {
  const lastDate = definitions.campaigns[id]?.lastDate;
  if (lastDate === undefined || now < endOfDay(lastDate, definitions.centre.timeZone)) return [];
  return [`its last date, ${lastDate}, is over`];
}
