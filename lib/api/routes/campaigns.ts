// Operations on campaigns.
import { z } from 'zod';
import { RECORD_STATES } from '../../domain/model/record.ts';
import { route } from '../route.ts';
import { IdOfCampaign, Iso, Paging, page } from './shapes.ts';

const State = z.enum(['off', 'running', 'paused', 'ended']);

const Campaign = z.object({
  campaign: IdOfCampaign,
  name: z.string(),
  state: State,
  changedAt: Iso.optional().describe('when it was switched last; missing when it never was'),
  changedBy: z.string().optional(),
  goal: z.enum(['exhaustion', 'none']),
  priority: z.number(),
  handling: z.string(),
  channels: z.array(z.enum(['outbound', 'inbound'])),
  mode: z.string().optional().describe('how calls are paced; of campaigns that place calls'),
  lastDate: z.string().optional(),
  supervisors: z.array(z.string()),
});

const Count = z.int().nonnegative();

const States = z.object(Object.fromEntries(RECORD_STATES.map((state) => [state, Count])));

const Totals = z.object({
  records: Count.describe('all of the campaign: the sum of `states`'),
  states: States,
  open: Count.describe('not worked to the end'),
  waiting: Count.describe('wait for a call'),
  successes: Count,
  calls: z.record(z.string(), Count).describe('calls of the dialer, by how they ended'),
  inbound: z.record(z.string(), Count).describe('calls of customers, by how they ended'),
  messages: z
    .record(z.string(), z.record(z.string(), Count))
    .describe('by kind (sms, email) and state'),
});

const manages = { roles: ['administrator', 'supervisor'] } as const;

export const CAMPAIGN_READS = {
  listCampaigns: route({
    method: 'GET',
    path: '/v1/campaigns',
    tag: 'campaigns',
    summary: 'List campaigns',
    details: 'Supervisors see those that name them.',
    who: { ...manages, scope: 'campaigns.read' },
    query: z.object(Paging),
    answer: page(Campaign),
  }),
  readCampaign: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}',
    tag: 'campaigns',
    summary: 'Read a campaign with its totals',
    who: { ...manages, scope: 'campaigns.read' },
    params: z.object({ campaign: IdOfCampaign }),
    answer: Campaign.extend({ totals: Totals }),
    etag: 'gives',
  }),
  readProgress: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/progress',
    tag: 'campaigns',
    summary: 'Read how many records of a campaign are in each state',
    details: 'Agents read it of the campaigns they work for.',
    who: { roles: ['administrator', 'supervisor', 'agent'], scope: 'campaigns.read' },
    params: z.object({ campaign: IdOfCampaign }),
    answer: z.object({
      campaign: IdOfCampaign,
      state: State,
      records: Count,
      states: States,
      open: Count.describe('not worked to the end'),
      waiting: Count.describe('wait for a call'),
    }),
  }),
};

export const CAMPAIGN_WRITES = {
  switchCampaign: route({
    method: 'PUT',
    path: '/v1/campaigns/{campaign}/state',
    tag: 'campaigns',
    summary: 'Switch a campaign on or off, pause, resume or end it',
    details:
      'Refused, with every reason, while something is missing that the campaign needs. Switching to the state it is in changes nothing.',
    who: { ...manages, scope: 'campaigns.write' },
    params: z.object({ campaign: IdOfCampaign }),
    body: z.strictObject({ state: State }),
    answer: z.object({ campaign: IdOfCampaign, state: State }),
    problems: ['not-possible'],
    etag: 'checks',
  }),
};
