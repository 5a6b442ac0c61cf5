// Agents and groups, and offers made to agents.
import { z } from 'zod';
import { route } from '../route.ts';
import { IdOfCampaign, IdOfRecord, Iso } from './shapes.ts';

const Agent = z.object({
  agent: z.string(),
  activity: z
    .enum(['free', 'ringing', 'talking', 'wrap-up', 'break', 'leaving', 'offline'])
    .describe('offline also when nothing was heard of them for a day'),
  since: Iso.optional(),
});

export const AGENT_READS = {
  listGroups: route({
    method: 'GET',
    path: '/v1/groups',
    tag: 'agents',
    summary: 'List groups with their agents and what each is doing',
    who: { roles: ['administrator', 'supervisor'], scope: 'agents.read' },
    answer: z.object({
      items: z.array(
        z.object({
          group: z.string(),
          name: z.string(),
          queues: z.array(z.string()).describe('that its agents serve'),
          agents: z.array(Agent),
        }),
      ),
    }),
  }),
  listUnhandled: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/unhandled',
    tag: 'calls',
    summary: 'List the records whose contact nobody classified in time, the longest first',
    details:
      'Agents see their own, and classify them with `attempt`. Others name an agent, or see those of all agents of the campaign and of nobody. At most 100 of each.',
    who: { roles: ['administrator', 'supervisor', 'agent'], scope: 'records.read' },
    params: z.object({ campaign: IdOfCampaign }),
    query: z.object({ agent: z.string().min(1).max(64).optional() }),
    answer: z.object({
      items: z.array(
        z.object({
          record: IdOfRecord,
          attempt: z.string().describe('the contact'),
          agent: z.string().optional().describe('who had it; missing when nobody took it'),
          since: Iso,
        }),
      ),
      heldUp: z
        .array(z.string())
        .describe('agents who get no further record until they have worked off enough'),
    }),
  }),
  listOffers: route({
    method: 'GET',
    path: '/v1/offers',
    tag: 'calls',
    summary: 'List the records that you are to call, talk with or classify',
    who: { roles: ['agent'] },
    answer: z.object({
      items: z.array(
        z.object({
          campaign: IdOfCampaign,
          record: IdOfRecord,
          attempt: z.string(),
          phase: z.string(),
          since: Iso,
          until: Iso,
          awaitsYou: z.boolean().describe('the call starts when you say so'),
        }),
      ),
    }),
  }),
};
