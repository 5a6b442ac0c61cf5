import { clock, definitions, records } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { markForwarding } from './mark-forwarding.ts';

export const handler = flow('mark-forwarding', markForwarding, { clock, definitions, records });
