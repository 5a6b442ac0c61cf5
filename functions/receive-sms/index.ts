import { receiveSms } from '../../lib/application/texting/receive-sms.ts';
import { readIncomingSms } from '../../lib/aws/events/incoming-sms.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('receive-sms', receiveSms, ports, () => readIncomingSms);
