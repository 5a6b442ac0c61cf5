import { markVoicemail } from '../../lib/application/inbound/mark-voicemail.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('mark-voicemail', markVoicemail, ports);
