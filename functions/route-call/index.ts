import { agents, clock, definitions, records } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { routeCall } from './route-call.ts';

export const handler = flow('route-call', routeCall, { agents, clock, definitions, records });
