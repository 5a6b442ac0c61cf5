import { clock, definitions, records } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { markVoicemail } from './mark-voicemail.ts';

export const handler = flow('mark-voicemail', markVoicemail, { clock, definitions, records });
