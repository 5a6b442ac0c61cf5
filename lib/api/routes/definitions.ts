// The definitions of one campaign, for dry runs.
import { z } from 'zod';
import { route } from '../route.ts';
import { IdOfCampaign } from './shapes.ts';

const Settings = z.looseObject({});

export const DEFINITION_READS = {
  readDefinitions: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/definitions',
    tag: 'campaigns',
    summary: 'Read what a dry run of a campaign needs of the definitions',
    details:
      'The campaign, those its classifiers pass records on to, the prices, and the hours, groups, queues, callback rules and IVRs of the centre. Webhooks, supervisors and scripts are left out.',
    who: { roles: ['administrator', 'supervisor'], scope: 'settings.read' },
    params: z.object({ campaign: IdOfCampaign }),
    answer: z.object({
      centre: Settings,
      hours: Settings,
      groups: Settings,
      queues: Settings,
      campaigns: Settings,
      rules: Settings,
      ivrs: Settings,
      scripts: Settings,
      prices: Settings.describe('of carriers, as prices.yaml says'),
    }),
  }),
};
