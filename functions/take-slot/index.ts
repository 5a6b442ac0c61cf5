import { takeSlot } from '../../lib/application/inbound/take-slot.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('take-slot', takeSlot, ports);
