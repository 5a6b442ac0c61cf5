import {
  clock,
  contactEventReader,
  definitions,
  records,
  slots,
  surveyQueue,
  telephony,
} from '../../lib/aws/ports.ts';
import { queue } from '../edge/queue.ts';
import { contactEvents } from './contact-events.ts';

export const handler = queue(
  'contact-events',
  contactEvents,
  { clock, definitions, records, slots, surveyQueue, telephony },
  contactEventReader,
);
