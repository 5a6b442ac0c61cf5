import { clock, definitions, slots } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { takeSlot } from './take-slot.ts';

export const handler = flow('take-slot', takeSlot, { clock, definitions, slots });
