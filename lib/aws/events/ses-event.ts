// An event of SES → the outcome of an e-mail of ours.
// docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html (the detail on
// EventBridge is the same object). Delays, opens and clicks are no outcome.

import * as z from 'zod';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { own } from '../../language/dictionary.ts';
import { fromTag } from '../ses/email-tags.ts';
import type { Envelope } from './event-bridge.ts';

const Recipients = z.array(z.object({ emailAddress: z.string() })).nullish();

const Detail = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    tags: z.record(z.string(), z.array(z.string())).nullish(),
  }),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      bouncedRecipients: Recipients,
    })
    .nullish(),
  complaint: z.object({ complainedRecipients: Recipients }).nullish(),
  reject: z.object({ reason: z.string() }).nullish(),
});
type Detail = z.output<typeof Detail>;

type DeliveryOutcome = Pick<TaskInput<'message-events'>, 'outcome' | 'reason' | 'undeliverable'>;

/** As 'Ann <ann@example.org>' or bare. */
const gone = (recipients: z.output<typeof Recipients>): { undeliverable?: string[] } =>
  recipients
    ? {
        undeliverable: recipients.map(
          ({ emailAddress }) => /<([^>]+)>/.exec(emailAddress)?.[1] ?? emailAddress,
        ),
      }
    : {};

const OUTCOMES: Readonly<Record<string, (detail: Detail) => DeliveryOutcome>> = {
  Send: () => ({ outcome: 'accepted' }),
  Delivery: () => ({ outcome: 'delivered' }),
  Bounce: ({ bounce }) => ({
    outcome: 'failed',
    reason: ['bounced', bounce?.bounceType, bounce?.bounceSubType].filter(Boolean).join(', '),
    // a full mailbox will be empty again
    ...(bounce?.bounceType === 'Permanent' ? gone(bounce.bouncedRecipients) : {}),
  }),
  Complaint: ({ complaint }) => ({
    outcome: 'complained',
    ...gone(complaint?.complainedRecipients),
  }),
  Reject: ({ reject }) => ({ outcome: 'failed', reason: `rejected: ${reject?.reason ?? ''}` }),
  'Rendering Failure': () => ({ outcome: 'failed', reason: 'rendering failed' }),
};

/** undefined when the message is none of ours or the event reports no outcome. */
export function readSesEvent({ detail }: Envelope): TaskInput<'message-events'> | undefined {
  const event = Detail.parse(detail);
  const { tags, messageId } = event.mail;
  const tagged = (name: string) => fromTag(tags?.[name]?.[0] ?? '');
  const known = own(OUTCOMES, event.eventType)?.(event);
  const [campaign, record, message] = [tagged('campaign'), tagged('record'), tagged('message')];
  if (!campaign || !known) return undefined;
  const outcome = { providerId: messageId, ...known };
  if (record && message) return { campaign, record, message, ...outcome };
  const [at, supervisor] = [tagged('alert'), tagged('supervisor')];
  return at && supervisor ? { campaign, at, supervisor, ...outcome } : undefined;
}
