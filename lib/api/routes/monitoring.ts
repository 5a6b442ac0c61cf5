// What a supervisor watches beside the figures: alerts, and when a list will be worked to its end.
import { z } from 'zod';
import { route } from '../route.ts';
import { IdOfCampaign, Iso } from './shapes.ts';

const Alert = z.object({
  campaign: IdOfCampaign,
  kind: z.enum(['pool-low', 'exhausted', 'webhook-disabled', 'import-failed']),
  at: Iso,
  over: z.boolean().describe('its cause is gone'),
  left: z.number().optional().describe('records left to dial then; of pool-low'),
  limit: z.number().optional().describe('at and below which it is told; of pool-low'),
  webhook: z.string().optional(),
  file: z.string().optional(),
  problem: z.string().optional().describe('why the file was not read'),
  told: z
    .array(
      z.object({
        supervisor: z.string(),
        at: Iso,
        problem: z.string().optional().describe('why the e-mail did not arrive'),
      }),
    )
    .describe('who was written to, and when'),
});

const manages = {
  roles: ['administrator', 'supervisor'],
  scope: 'campaigns.read',
} as const;

export const MONITORING_READS = {
  listAlerts: route({
    method: 'GET',
    path: '/v1/alerts',
    tag: 'campaigns',
    summary: 'List the alerts of the last thirty days, those that last first',
    details:
      'Of the campaigns one may see: the pool running low, a campaign worked to its end, a webhook switched off, a file that could not be read. At most those among the latest 200 entries of each campaign’s journal.',
    who: manages,
    answer: z.object({ items: z.array(Alert) }),
  }),
  readForecast: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/forecast',
    tag: 'campaigns',
    summary: 'Read when the list of a campaign will be worked to its end',
    details:
      'At the rate of today: calls per hour of calling, divided by the calls a finished record has taken so far; the hours needed are laid into the opening hours of the queue. There is no `forecast` while too little is known (ten calls today, five finished records), or nothing is left.',
    who: manages,
    params: z.object({ campaign: IdOfCampaign }),
    answer: z.object({
      forecast: z
        .object({
          left: z.int().nonnegative().describe('records that are not worked to the end'),
          callsToday: z.int().nonnegative(),
          hoursToday: z.number().describe('of calling, today so far'),
          callsEach: z.number().describe('calls that a finished record has taken on average'),
          perHour: z.number().describe('records finished in an hour of calling'),
          hours: z.number().describe('of calling, still'),
          at: Iso.optional().describe('missing while it does not run, or beyond some months'),
        })
        .optional(),
    }),
  }),
};
