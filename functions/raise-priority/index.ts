import { raisePriority } from '../../lib/application/inbound/raise-priority.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('raise-priority', raisePriority, ports);
