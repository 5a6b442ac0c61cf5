// What an agent writes back in a conversation, by text or by e-mail (SMS-3). It is ordered like any
// other message and sent once; the agent has the wrap-up time again to classify.

import { markedUp } from '../../domain/messaging/mark-up.ts';
import { transliterated } from '../../domain/messaging/transliterate.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import { agentId, attemptId, campaignId, messageId, recordId } from '../../domain/model/ids.ts';
import type { MessageContent } from '../../domain/model/message.ts';
import {
  type ConversationSetting,
  conversationSetting,
  conversationsOf,
} from '../../domain/texting/conversation-setting.ts';
import { answeredSubject, lastReceived } from '../../domain/texting/email-thread.ts';
import { answerReply, isConversation } from '../../domain/texting/replies.ts';
import type { Definitions } from '../../language/definitions.ts';
import { notAttached } from '../messaging/write-email.ts';
import type { Ports } from '../ports/ports.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, TaskOutput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = PortsOf<'answer-text'>;
type Input = TaskInput<'answer-text'>;
type Answer = TaskOutput<'answer-text'>;

/** What End User Messaging takes at most. */
const LONGEST_TEXT = 1600;

const refused = (...reasons: string[]): Answer => ({ kind: 'refused', reasons });

export const answerText: UseCase<'answer-text', Needs> = async (input, ports) => {
  const definitions = ports.definitions.definitions();
  const settings = conversationsOf(definitions, input.campaign);
  if (settings.length === 0) return refused(`nobody can write to a campaign '${input.campaign}'`);
  if (!settings.some((setting) => servesQueue(input.agent, setting, definitions))) {
    const queues = settings.map(({ queueId }) => `'${queueId}'`).join(' or ');
    return refused(`'${input.agent}' is no agent of the queue ${queues}`);
  }
  return untilCommitted(`record ${input.record}`, () => answer(input, ports));
};

const servesQueue = (
  agent: string,
  { queue }: ConversationSetting,
  { groups }: Definitions,
): boolean => queue?.groups.some((group) => groups[group]?.agents.includes(agent)) ?? false;

async function answer(input: Input, ports: Needs): Promise<Answer | 'conflict'> {
  const definitions = ports.definitions.definitions();
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
  const setting = conversationSetting(definitions, input.campaign, attempt.channel);
  if (setting === undefined) return refused('there is no such conversation');
  if (!servesQueue(input.agent, setting, definitions)) {
    return refused(`'${input.agent}' is no agent of the queue '${setting.queueId}'`);
  }
  if (attempt.endpoint === '') return refused('the contact was deleted');
  const { current } = record;
  if (current !== undefined && current.attempt !== id) {
    return refused('the record is in another contact by now');
  }
  if (record.state === 'blacklisted') {
    const kind = attempt.channel === 'sms' ? 'text messages' : 'messages';
    return refused(`the person wants no more ${kind}`);
  }
  const content = await contentOf(input, attempt, setting, ports);
  if ('because' in content) return refused(content.because);
  const change = answerReply(record, attempt, {
    agent: agentId(input.agent),
    content,
    part,
    wrapUp: setting.wrapUp,
    now: ports.clock.now(),
  });
  const committed = await ports.records.commit(change);
  return committed === 'committed' ? { kind: 'ordered' } : 'conflict';
}

async function contentOf(
  input: Input,
  attempt: Attempt,
  setting: ConversationSetting,
  ports: Needs,
): Promise<MessageContent | { readonly because: string }> {
  const { endpoint: to, sender: from = '' } = attempt;
  if (setting.channel === 'email') return emailOf(input, attempt, ports);
  if (input.text.length > LONGEST_TEXT) return { because: 'a text has at most 1600 characters' };
  return {
    ...{ kind: 'sms', to, from },
    text: setting.transliterate ? transliterated(input.text) : input.text,
  };
}

/** It goes where the last e-mail of the person came from, below what they wrote. */
async function emailOf(
  { text, email = {} }: Input,
  attempt: Attempt,
  { records, definitions }: Pick<Ports, 'records' | 'definitions'>,
): Promise<MessageContent | { readonly because: string }> {
  const { html = false, cc = [], bcc = [], attachments = [] } = email;
  const { endpoint: to, sender: mailbox = '' } = attempt;
  const files = definitions.definitions();
  const unknown = notAttached(attachments, files);
  if (unknown.length > 0) return { because: unknown.join('; ') };
  if (files.centre.mailboxes[mailbox] === undefined)
    return { because: `there is no mailbox '${mailbox}' any more` };
  const { messages } = await records.kept(attempt);
  const answered = lastReceived(messages, attempt.id);
  if (answered === undefined) return { because: 'there is nothing to answer' };
  return {
    ...{ kind: 'email', to, mailbox, cc, bcc, attachments },
    subject: answeredSubject(answered.subject),
    thread: answered.thread ?? [],
    ...(html ? markedUp(text) : { text }),
  };
}
