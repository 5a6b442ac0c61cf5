// The messages a classifier sends (CLS-10, CLS-11). They are ordered in the same change as the
// classification: never without it, and once.

import type { Classifier } from '../../language/schema/campaign.ts';
import { composeEmail, composeText } from '../messaging/compose.ts';
import type { AttemptId } from '../model/ids.ts';
import { attemptId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { type Message, orderedMessage } from '../model/message.ts';
import type { CampaignRecord } from '../model/record.ts';

interface Ordered {
  readonly messages: readonly Message[];
  readonly entries: readonly RecordEntry[];
}

interface About {
  /** As the classification leaves it: templates read what the agent has written. */
  readonly record: CampaignRecord;
  readonly attempt?: AttemptId | undefined;
  readonly smsNumbers: readonly string[];
  readonly now: Instant;
}

export function classifierMessages(
  { sendsSms, sendsEmail }: Classifier,
  { record, attempt, smsNumbers, now }: About,
): Ordered {
  const messages: Message[] = [];
  const entries: RecordEntry[] = [];
  // without a contact the version of the record says which classification it is
  const of = attempt ?? attemptId(`desk.${record.version}`);
  const contents = [
    sendsSms && (['sms', composeText(record, sendsSms, smsNumbers, of)] as const),
    sendsEmail && (['email', composeEmail(record, sendsEmail)] as const),
  ];
  for (const each of contents) {
    if (each === undefined) continue;
    const [kind, content] = each;
    if ('because' in content) {
      entries.push({ type: 'message.not-ordered', at: now, kind, because: content.because });
      continue;
    }
    const { campaign, record: id } = record;
    const made = orderedMessage(
      { campaign, record: id, id: of },
      `classifier-${kind}`,
      content,
      now,
    );
    const message = { ...made, attempt, isAnswer: true } as const;
    messages.push(message);
    entries.push({ type: 'message.ordered', at: now, message: message.id, kind, attempt });
  }
  return { messages, entries };
}
