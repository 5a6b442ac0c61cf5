// Numbers that agents type.
import { z } from 'zod';
import { route } from '../route.ts';
import { IdOfCampaign } from './shapes.ts';

export const NUMBER_WRITES = {
  checkNumber: route({
    method: 'POST',
    path: '/v1/desk/number',
    tag: 'calls',
    summary: 'Check a number that an agent has typed, before a call is handed on to it',
    details:
      'Read as in contact files. Numbers that cost a multiple are refused unless the campaign calls such numbers.',
    who: { roles: ['agent'] },
    body: z.strictObject({
      number: z.string().min(1).max(40).describe('as people write it'),
      campaign: IdOfCampaign.optional().describe(
        'of the call: its country and its exceptions hold',
      ),
    }),
    answer: z.object({ phone: z.string().describe('E.164') }),
    problems: ['not-possible'],
    changesNothing: true,
  }),
};
