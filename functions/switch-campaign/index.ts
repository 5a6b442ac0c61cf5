import { switchCampaign } from '../../lib/application/campaigns/switch-campaign.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('switch-campaign', switchCampaign, ports);
