// Operations on campaigns.
import { z } from 'zod';
import { RECORD_STATES } from '../../domain/model/record.ts';
import { route } from '../route.ts';
import { IdOfCampaign, Iso, Paging, page } from './shapes.ts';

/** In the order they are named in. */
export const CAMPAIGN_CHANNELS = ['outbound', 'inbound', 'sms', 'email'] as const;

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
  channels: z.array(z.enum(CAMPAIGN_CHANNELS)).describe('on which it is in contact with people'),
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
  waiting: Count.describe('wait for a call, or for the text of a campaign that writes'),
  successes: Count,
  calls: z.record(z.string(), Count).describe('calls of the dialer, by how they ended'),
  inbound: z.record(z.string(), Count).describe('calls of customers, by how they ended'),
  messages: z
    .record(z.string(), z.record(z.string(), Count))
    .describe('by kind (sms, email) and state'),
});

export const FieldView = z.object({
  field: z.string(),
  label: z.string(),
  type: z.string(),
  significant: z.boolean().describe('identifies the record in lists'),
  options: z.array(z.string()).optional().describe('the values of a choice'),
});

const Live = z.object({
  at: Iso,
  calls: z.record(z.string(), Count).describe('calls of the campaign under way, by phase'),
  agents: z
    .record(z.string(), Count)
    .describe('agents of its groups by what they are doing; each counts once'),
  against: z
    .array(z.string())
    .describe('what speaks against switching it on; of campaigns that do not run'),
  abandonment: z
    .object({
      answered: Count.describe('answered by people, the abandoned ones included'),
      abandoned: Count,
      cap: z.number().describe('largest share of answered calls that may be abandoned'),
      window: z.enum(['day', 'thirty-days']).describe('what the cap is judged over'),
      since: Iso,
    })
    .optional()
    .describe('of predictive campaigns'),
  pace: z
    .object({
      at: Iso,
      wanted: Count,
      started: Count,
      gate: z.string().describe('what kept it from starting more'),
      saw: z.union([z.string(), z.number()]),
      limit: z.union([z.string(), z.number()]).optional(),
    })
    .optional()
    .describe('the last decision that started calls; of predictive campaigns'),
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
    answer: Campaign.extend({
      totals: Totals,
      fields: z.array(FieldView),
      classifiers: z.array(z.object({ classifier: z.string(), name: z.string() })),
      rule: z.string().optional().describe('callback rule of its calls'),
      ivr: z.string().optional().describe('IVR that answers its callers'),
    }),
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
  readLive: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/live',
    tag: 'campaigns',
    summary: 'Read what a campaign is doing now',
    details: 'Calls and agents, the share of abandoned calls, the pace and what limits it.',
    who: { ...manages, scope: 'campaigns.read' },
    params: z.object({ campaign: IdOfCampaign }),
    answer: Live,
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
