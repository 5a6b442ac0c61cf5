import { answerText } from '../../lib/application/texting/answer-text.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('answer-text', answerText, ports);
