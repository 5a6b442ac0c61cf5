import { placeSurveyCall } from '../../lib/application/inbound/place-survey-call.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('place-survey-call', placeSurveyCall, ports);
