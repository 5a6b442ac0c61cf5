// The dialer's heartbeat. A tick too many is harmless, because each takes a lease; a minute without
// this function is a minute without ticks, so it does as little as possible. Beats every five
// seconds cost five requests each, so they are for campaigns with agents at work and records due;
// the others get one every five minutes, which sees that a campaign is exhausted, and every half
// hour while their queue is closed: between those nothing is read of them. An agent who becomes
// free brings a tick about.

import { type CampaignSetting, campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import { nextOpen } from '../../domain/contact-hours/calendar.ts';
import { type CampaignId, campaignId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';

type Needs = PortsOf<'tick-fanout'>;

/** Seconds after the minute. */
const SLOTS = Array.from({ length: 12 }, (_, slot) => slot * 5);
const MINUTE = 60;
/** Minutes between the beats of a campaign with nothing to do, and of one whose queue is closed. */
const IDLE_MINUTES = 5;
const CLOSED_MINUTES = 30;

export const tickFanout: UseCase<'tick-fanout', Needs> = async (_input, ports) => {
  const definitions = ports.definitions.definitions();
  const dialing = Object.keys(definitions.campaigns).flatMap((id) => {
    const setting = campaignSetting(definitions, id);
    return setting ? [{ id: campaignId(id), setting }] : [];
  });
  const beaten = await Promise.all(dialing.map(({ id, setting }) => beat(id, setting, ports)));
  return { campaigns: beaten.filter(Boolean).length };
};

async function beat(id: CampaignId, setting: CampaignSetting, ports: Needs): Promise<boolean> {
  const now = ports.clock.now();
  const closed = isClosed(setting, now);
  const idle = beatsOnce(now, closed ? CLOSED_MINUTES : IDLE_MINUTES);
  if (closed && !idle) return false;
  if ((await ports.campaigns.load(id)).state !== 'running') return false;
  const busy = !closed && (await hasDue(id, ports)) && (await isStaffed(setting, ports));
  const slots = busy ? SLOTS : SLOTS.slice(0, idle ? 1 : 0);
  if (slots.length > 0) await ports.tickQueue.send(id, slots);
  return true;
}

/** No call starts outside the hours of the queue, and they do not begin within the minute. */
function isClosed({ queueHours }: CampaignSetting, now: Instant): boolean {
  if (queueHours === undefined) return false;
  const opens = nextOpen(queueHours, now);
  return opens === undefined || opens >= plus(now, MINUTE);
}

function beatsOnce(now: Instant, minutes: number): boolean {
  return Math.floor(now / 60_000) % minutes === 0;
}

async function isStaffed({ queue }: CampaignSetting, ports: Needs): Promise<boolean> {
  const agents = await ports.agents.ofGroups(queue?.groups ?? []);
  return agents.some(({ activity }) => activity !== 'offline');
}

/** Whether a record is due within the minute. */
async function hasDue(id: CampaignId, ports: Needs): Promise<boolean> {
  const due = await ports.records.due(id, plus(ports.clock.now(), MINUTE), 1);
  return due.length > 0;
}
