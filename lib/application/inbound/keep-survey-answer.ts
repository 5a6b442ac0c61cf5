// An answer of the survey (INB-9). The contact may be another than the call's: Connect begins a new
// one when the agent has hung up, and a call back is one of its own; attributes lead to the call.
import { noteAnswer } from '../../domain/inbound/call-updates.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskOutput, UseCase } from '../tasks/tasks.ts';
import { noteOnCall } from './find-call.ts';

type Answer = TaskOutput<'keep-survey-answer'>;

export const keepSurveyAnswer: UseCase<
  'keep-survey-answer',
  PortsOf<'keep-survey-answer'>
> = async (input, ports): Promise<Answer> => {
  const { campaigns } = ports.definitions.definitions();
  const survey = campaigns[input.campaign]?.channels.inbound?.survey;
  const question = survey?.questions.find(({ id }) => id === input.question);
  if (question?.keys.some((key) => key === input.key) !== true) return { outcome: 'ignored' };
  const noted = await noteOnCall(input, ports, (call) =>
    noteAnswer(call, input.question, input.key),
  );
  return { outcome: noted === 'noted' ? 'kept' : 'ignored' };
};
