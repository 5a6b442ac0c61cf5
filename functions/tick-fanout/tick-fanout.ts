// The dialer's heartbeat. A tick too many is harmless, because each takes a lease; a minute without this
// function is a minute without ticks, so it does as little as possible.
import { campaignSetting } from '../../lib/domain/campaign-setting.ts';
import { campaignId } from '../../lib/domain/ids.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { UseCase } from '../../lib/domain/tasks.ts';

/** Seconds after the minute. */
const SLOTS = Array.from({ length: 12 }, (_, slot) => slot * 5);

export const tickFanout: UseCase<'tick-fanout', PortsOf<'tick-fanout'>> = async (_input, ports) => {
  const definitions = ports.definitions.definitions();
  const dialing = Object.keys(definitions.campaigns)
    .filter((id) => campaignSetting(definitions, id) !== undefined)
    .map(campaignId);
  const states = await Promise.all(dialing.map((id) => ports.campaigns.load(id)));
  const running = states.filter(({ state }) => state === 'running');
  await Promise.all(running.map(({ campaign }) => ports.tickQueue.send(campaign, SLOTS)));
  return { campaigns: running.length };
};
