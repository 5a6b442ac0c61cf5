// The SMS channel of a campaign (SMS-1 to SMS-5): each due record gets one text message, and what
// people answer reaches the agents of a queue.
import { z } from 'zod';
import { Duration, Id } from './basics.ts';
import { CONVERSATIONS } from './conversations.ts';

/** What one part of a text costs and how the rest is split is up to the provider. */
const LONGEST_TEXT = 1600;

export const Sms = z.strictObject({
  queue: Id.describe('The queue whose agents read and answer replies: an id from queues.yaml.'),
  from: z
    .string()
    .describe(
      "The sender: one of the centre's numbers or names under `sms`, or random for any of its numbers. A person always sees the same one.",
    ),
  text: z
    .string()
    .min(1)
    .max(LONGEST_TEXT)
    .describe('The message, a template over the fields of the record.'),
  transliterate: z
    .boolean()
    .default(false)
    .describe(
      'Whether letters that make a part hold 70 characters instead of 160 are sent as their nearest plain ones: ł as l, č as c.',
    ),
  receiveReplies: z
    .boolean()
    .optional()
    .describe(
      'Whether replies are taken; yes by default with a number as the sender, and never with a name.',
    ),
  ...CONVERSATIONS,
  wrapUp: Duration.default(300).describe(
    'Time to answer and classify a reply, after which the record is unhandled; 5 min by default.',
  ),
});
export type Sms = z.output<typeof Sms>;
