// The e-mail channel of a campaign: what people answer to its e-mails reaches the agents of a
// queue. The e-mails themselves are sent by rules, classifiers and agents.
import { z } from 'zod';
import { Duration, Id } from './basics.ts';

export const EmailReplies = z.strictObject({
  queue: Id.describe('The queue whose agents read and answer e-mails: an id from queues.yaml.'),
  rings: z
    .boolean()
    .default(false)
    .describe(
      'Whether a new conversation is announced to its agent as a call is, in a window with accept and reject. Rejected, it goes to another agent of the queue.',
    ),
  conversationsPerAgent: z
    .int()
    .min(1)
    .max(50)
    .optional()
    .describe(
      'How many e-mail conversations of the campaign one agent may have at a time; without it, any number. What nobody has room for goes to the queue without a name.',
    ),
  wrapUp: Duration.default(1800).describe(
    'Time to answer and classify an e-mail, after which the record is unhandled; 30 min by default.',
  ),
});
export type EmailReplies = z.output<typeof EmailReplies>;
