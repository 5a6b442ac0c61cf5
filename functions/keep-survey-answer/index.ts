import { clock, definitions, records } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { keepSurveyAnswer } from './keep-survey-answer.ts';

export const handler = flow('keep-survey-answer', keepSurveyAnswer, {
  clock,
  definitions,
  records,
});
