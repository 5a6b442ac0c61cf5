import { clock, definitions, records } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { scheduleCallback } from './schedule-callback.ts';

export const handler = flow('schedule-callback', scheduleCallback, { clock, definitions, records });
