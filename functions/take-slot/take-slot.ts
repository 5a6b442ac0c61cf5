// So many calls in one path at once (IVR-18). A call has its place until it ends.
import { campaignId, contactId } from '../../lib/domain/ids.ts';
import { blockOf } from '../../lib/domain/inbound/inbound-setting.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { UseCase } from '../../lib/domain/tasks.ts';

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
