import { clock, definitions, recordings, records, voicemails } from '../../lib/aws/ports.ts';
import { readRecordingCreated } from '../../lib/aws/recording-created-event.ts';
import { queue } from '../edge/queue.ts';
import { deliverVoicemail } from './deliver-voicemail.ts';

export const handler = queue(
  'deliver-voicemail',
  deliverVoicemail,
  { clock, definitions, recordings, records, voicemails },
  () => readRecordingCreated,
);
