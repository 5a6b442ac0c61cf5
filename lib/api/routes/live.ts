// Being told of changes, rather than asking in intervals.
import { z } from 'zod';
import { route } from '../route.ts';

export const LIVE_ROUTES = {
  watchChanges: route({
    method: 'POST',
    path: '/v1/live',
    tag: 'centre',
    summary: 'Get a ticket for the connection that tells of changes',
    details:
      'It opens one WebSocket at `/live` of the pages’ address and stands in its subprotocol beside `ringback`: `ticket.<ticket>`. What comes is `{"changed": [{"campaign", "records": {"<id>": <version>}, "more"}], "desk"}`: what is no longer true, of what the person may see, and nothing of the change itself. `more` says that further records have changed, `desk` that something has at the agent’s own.',
    who: { roles: ['administrator', 'supervisor', 'agent'] },
    answersSecret: true,
    status: 201,
    answer: z.object({ ticket: z.string().describe('for one connection, within an hour') }),
  }),
};
