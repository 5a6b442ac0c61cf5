import { contactEvents } from '../../lib/application/calls/contact-events.ts';
import { contactEventReader } from '../../lib/aws/ports.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('contact-events', contactEvents, ports, contactEventReader);
