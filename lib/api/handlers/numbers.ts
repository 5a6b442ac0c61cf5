// Numbers that agents type.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import type { RouteHandlers } from '../handler.ts';
import { readNumber } from '../number-read.ts';
import { refusedFor } from '../problems.ts';
import type { NUMBER_WRITES } from '../routes/numbers.ts';

export const numberWrites: RouteHandlers<typeof NUMBER_WRITES, PortsOf<'api-write'>> = {
  async checkNumber({ body: { number, campaign = '' } }, ports) {
    const { phone, refused } = readNumber(number, ports.definitions.definitions(), campaign);
    return phone === undefined ? refusedFor([refused]) : { body: { phone } };
  },
};
