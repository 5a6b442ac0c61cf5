// Call scripts: what agents see during a call, what they answer, and the answers of a campaign.
import { z } from 'zod';
import { route } from '../route.ts';
import { IdOfCampaign, IdOfRecord, Iso, Paging } from './shapes.ts';

const OfCall = z.object({
  campaign: IdOfCampaign,
  record: IdOfRecord,
  attempt: z.string().min(1).max(64).describe('id of the contact, also of one that is offered'),
});
const Answers = z.record(z.string(), z.string());

const works = { roles: ['administrator', 'supervisor', 'agent'] } as const;

/** Rendered with the values of the record. */
export const SCRIPT_PAGES = {
  readScript: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records/{record}/calls/{attempt}/script',
    tag: 'calls',
    summary: 'Read the call script of a call or an offer, with the answers given so far',
    details:
      'The first page comes first. Of the jumps of a page the first whose question has one of its answers leads on, otherwise `next`; without either the script ends.',
    who: { ...works, scope: 'records.read' },
    params: OfCall,
    answer: z.object({
      script: z.string().describe('its id'),
      name: z.string(),
      pages: z.array(
        z.object({
          page: z.string(),
          text: z.string().describe('read out, with the values of the record'),
          questions: z.array(
            z.object({
              question: z.string(),
              kind: z.enum(['checkbox', 'choice', 'text']),
              label: z.string(),
              options: z.array(z.string()).describe('of a choice'),
              required: z.boolean().describe('answered before the page is left'),
              answer: z.string().optional(),
            }),
          ),
          jumps: z.array(
            z.object({ question: z.string(), is: z.array(z.string()), to: z.string() }),
          ),
          next: z.string().optional(),
        }),
      ),
    }),
  }),
};

export const SCRIPT_READS = {
  listScriptAnswers: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/script-answers',
    tag: 'calls',
    summary:
      'List the calls of a campaign in which a script was answered, with a column for each question',
    details:
      'Newest records first. `limit` counts the records looked at: a page may have more or fewer calls than that while there are further ones.',
    who: { roles: ['administrator', 'supervisor'], scope: 'records.read' },
    params: z.object({ campaign: IdOfCampaign }),
    query: z.object({
      ...Paging,
      question: z.string().max(40).optional().describe('only calls in which it was answered'),
      answer: z.string().max(200).optional().describe('only this answer to `question`'),
    }),
    answer: z.object({
      columns: z.array(z.object({ question: z.string(), label: z.string() })),
      items: z.array(
        z.object({
          record: IdOfRecord,
          significant: z
            .string()
            .optional()
            .describe('value of the field that names a record in lists; missing without one'),
          attempt: z.string(),
          script: z.string(),
          agent: z.string().optional(),
          at: Iso.describe('when the contact was ordered'),
          classifier: z.string().optional(),
          answers: Answers,
        }),
      ),
      next: z.string().optional(),
    }),
  }),
};

export const SCRIPT_DESK = {
  answerScript: route({
    method: 'PUT',
    path: '/v1/campaigns/{campaign}/records/{record}/calls/{attempt}/answers',
    tag: 'calls',
    summary: 'Keep answers given in the call script',
    details:
      'Those that are not sent stay as they are; an empty answer takes one back. Sent again, they change nothing.',
    who: { ...works, scope: 'records.write' },
    params: OfCall,
    body: z.strictObject({ answers: Answers }),
    answer: z.object({ script: z.string(), answers: Answers.describe('all of the call') }),
    problems: ['not-possible'],
  }),
};
