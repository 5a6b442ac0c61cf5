import { agents, clock, definitions, records } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { answerCall } from './answer-call.ts';

export const handler = flow('answer-call', answerCall, { agents, clock, definitions, records });
