// So many calls in one path at once (IVR-18). A call has its place until it ends.

import { blockOf } from '../../domain/calls/inbound-setting.ts';
import { campaignId, contactId } from '../../domain/model/ids.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';

export const takeSlot: UseCase<'take-slot', PortsOf<'take-slot'>> = async (input, ports) => {
  const { campaign, ivr, block: id, contact } = input;
  const block = blockOf(ports.definitions.definitions(), ivr, id, 'overflow');
  // a block that is gone limits nothing
  if (block === undefined) return { outcome: 'within' };
  const place = { campaign: campaignId(campaign), ivr, block: id };
  const now = ports.clock.now();
  const taken = await ports.slots.take(place, contactId(contact), block.most, now);
  return { outcome: taken ? 'within' : 'over' };
};
