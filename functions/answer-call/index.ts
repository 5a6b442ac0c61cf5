import { answerCall } from '../../lib/application/inbound/answer-call.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('answer-call', answerCall, ports);
