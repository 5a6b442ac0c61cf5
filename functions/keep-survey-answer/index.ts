import { keepSurveyAnswer } from '../../lib/application/inbound/keep-survey-answer.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('keep-survey-answer', keepSurveyAnswer, ports);
