import { scheduleCallback } from '../../lib/application/inbound/schedule-callback.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('schedule-callback', scheduleCallback, ports);
