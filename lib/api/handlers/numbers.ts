// Numbers that agents type: read as those of contact files, and none that costs a multiple.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { normalisePhone } from '../../domain/records/phone.ts';
import { specialKindOf } from '../../domain/records/special-numbers.ts';
import { own } from '../../language/dictionary.ts';
import type { RouteHandlers } from '../handler.ts';
import { refusedFor } from '../problems.ts';
import type { NUMBER_WRITES } from '../routes/numbers.ts';

export const numberWrites: RouteHandlers<typeof NUMBER_WRITES, PortsOf<'api-write'>> = {
  async checkNumber({ body: { number, campaign: id = '' } }, ports) {
    const { campaigns, centre } = ports.definitions.definitions();
    const campaign = own(campaigns, id);
    const read = normalisePhone(number, campaign?.country ?? centre.country);
    if (read.kind === 'bad') return refusedFor([`the number ${read.reason}`]);
    const special = specialKindOf(read.phone);
    const allowed = campaign?.channels.outbound?.specialNumbers ?? [];
    if (special !== undefined && !allowed.includes(special))
      return refusedFor([`calls to ${special} numbers are not allowed`]);
    return { body: { phone: read.phone } };
  },
};
