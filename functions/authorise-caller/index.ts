import { authoriseCaller } from '../../lib/application/inbound/authorise-caller.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('authorise-caller', authoriseCaller, ports);
