// The e-mail channel of a campaign: what people answer to its e-mails reaches the agents of a
// queue. The e-mails themselves are sent by rules, classifiers and agents.
import { z } from 'zod';
import { Duration, Id } from './basics.ts';
import { CONVERSATIONS } from './conversations.ts';

export const EmailReplies = z.strictObject({
  queue: Id.describe('The queue whose agents read and answer e-mails: an id from queues.yaml.'),
  ...CONVERSATIONS,
  wrapUp: Duration.default(1800).describe(
    'Time to answer and classify an e-mail, after which the record is unhandled; 30 min by default.',
  ),
});
export type EmailReplies = z.output<typeof EmailReplies>;
