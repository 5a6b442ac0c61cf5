// Keys that channels have in common on which people write and agents answer.
import { z } from 'zod';

export const CONVERSATIONS = {
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
      'How many conversations one agent may have at a time; without it, any number. What nobody has room for goes to the queue without a name.',
    ),
};
