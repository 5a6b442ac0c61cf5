import { routeCall } from '../../lib/application/inbound/route-call.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('route-call', routeCall, ports);
