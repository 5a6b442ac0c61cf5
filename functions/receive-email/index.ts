import { receiveEmail } from '../../lib/application/texting/receive-email.ts';
import { readMailStored } from '../../lib/aws/events/mail-stored-event.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('receive-email', receiveEmail, ports, () => readMailStored);
