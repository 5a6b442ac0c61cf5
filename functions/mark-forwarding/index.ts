import { markForwarding } from '../../lib/application/inbound/mark-forwarding.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('mark-forwarding', markForwarding, ports);
