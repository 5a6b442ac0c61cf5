// Texts that people send to a leased number. End User Messaging publishes them to the number's
// two-way topic, which the operator enters there; here every number has the deployment's topic.
// STOP is AWS's own business as well, unless opt-outs are managed by oneself: the number comes onto
// the opt-out list, and the next text to it is refused. Source: End User Messaging SMS User Guide,
// "Two-way SMS messaging" and "Opt-out lists".
import { randomUUID } from 'node:crypto';
import { arn } from '../aws-location.ts';
import type { Cloud } from '../cloud.ts';

interface IncomingText {
  /** The person's number, E.164. */
  readonly from: string;
  /** The leased number. */
  readonly to: string;
  readonly text: string;
}

/** Keywords that AWS treats as an opt-out by default. */
const KEYWORDS: ReadonlySet<string> = new Set(['STOP', 'END', 'QUIT', 'CANCEL', 'UNSUBSCRIBE']);

export function receiveText(
  { topics, outbox, location }: Pick<Cloud, 'topics' | 'outbox' | 'location'>,
  topic: string,
  { from, to, text }: IncomingText,
): void {
  const keyword = text.trim().toUpperCase();
  if (KEYWORDS.has(keyword)) outbox.optedOut.add(from);
  const number = arn(location, 'sms-voice', `phone-number/phone-${to.slice(1)}`);
  topics.deliver(
    arn(location, 'sns', topic),
    { kind: 'service', name: 'sms-voice.amazonaws.com', sourceArn: number },
    JSON.stringify({
      originationNumber: from,
      destinationNumber: to,
      messageKeyword: KEYWORDS.has(keyword) ? keyword : `KEYWORD_${location.account}`,
      messageBody: text,
      inboundMessageId: randomUUID(),
      previousPublishedMessageId: randomUUID(),
    }),
  );
}
