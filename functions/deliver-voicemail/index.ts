import { deliverVoicemail } from '../../lib/application/inbound/deliver-voicemail.ts';
import { readRecordingCreated } from '../../lib/aws/events/recording-created-event.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue(
  'deliver-voicemail',
  deliverVoicemail,
  ports,
  () => readRecordingCreated,
);
