// What an agent writes back in a conversation by text (SMS-3). It is ordered like any other message
// and sent once; the agent has the wrap-up time again to classify.

import { transliterated } from '../../domain/messaging/transliterate.ts';
import { agentId, attemptId, campaignId, messageId, recordId } from '../../domain/model/ids.ts';
import { answerReply, isConversation } from '../../domain/texting/replies.ts';
import { type TextSetting, textSetting } from '../../domain/texting/text-setting.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, TaskOutput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = PortsOf<'answer-text'>;
type Input = TaskInput<'answer-text'>;
type Answer = TaskOutput<'answer-text'>;

const refused = (...reasons: string[]): Answer => ({ kind: 'refused', reasons });

export const answerText: UseCase<'answer-text', Needs> = async (input, ports) => {
  const definitions = ports.definitions.definitions();
  const setting = textSetting(definitions, input.campaign);
  if (setting === undefined) return refused(`there is no SMS campaign '${input.campaign}'`);
  if (!servesQueue(input.agent, setting, definitions)) {
    return refused(`'${input.agent}' is no agent of the queue '${setting.sms.queue}'`);
  }
  return untilCommitted(`record ${input.record}`, () => answer(input, setting, ports));
};

const servesQueue = (agent: string, { queue }: TextSetting, { groups }: Definitions): boolean =>
  queue?.groups.some((group) => groups[group]?.agents.includes(agent)) ?? false;

async function answer(
  input: Input,
  { sms }: TextSetting,
  ports: Needs,
): Promise<Answer | 'conflict'> {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const id = attemptId(input.attempt);
  const part = `answer.${input.id}`;
  const [record, attempt, sent] = await Promise.all([
    ports.records.load(ref),
    ports.records.loadAttempt(ref, id),
    ports.records.loadMessage(ref, messageId(`${id}.${part}`)),
  ]);
  if (record === undefined || attempt === undefined || !isConversation(attempt)) {
    return refused('there is no such conversation');
  }
  if (sent !== undefined) return { kind: 'ordered' };
  if (attempt.endpoint === '') return refused('the contact was deleted');
  const { current } = record;
  if (current !== undefined && current.attempt !== id) {
    return refused('the record is in another contact by now');
  }
  if (record.state === 'blacklisted') return refused('the person wants no more text messages');
  const change = answerReply(record, attempt, {
    agent: agentId(input.agent),
    text: sms.transliterate ? transliterated(input.text) : input.text,
    part,
    wrapUp: sms.wrapUp,
    now: ports.clock.now(),
  });
  const committed = await ports.records.commit(change);
  return committed === 'committed' ? { kind: 'ordered' } : 'conflict';
}
