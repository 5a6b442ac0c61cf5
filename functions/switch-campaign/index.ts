import { campaigns, clock, definitions, tickQueue } from '../../lib/aws/ports.ts';
import { request } from '../edge/request.ts';
import { switchCampaign } from './switch-campaign.ts';

export const handler = request('switch-campaign', switchCampaign, {
  campaigns,
  clock,
  definitions,
  tickQueue,
});
