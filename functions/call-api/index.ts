import { clock, definitions, secrets, services, tokens } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { callApi } from './call-api.ts';

export const handler = flow('call-api', callApi, { clock, definitions, secrets, services, tokens });
