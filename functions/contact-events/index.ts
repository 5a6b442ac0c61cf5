import { callsAndRules } from '../../lib/application/rules/calls-and-rules.ts';
import { contactEventReader } from '../../lib/aws/ports.ts';
import { queueAndSteps } from '../edge/queue-and-steps.ts';
import * as ports from './ports.ts';

export const handler = queueAndSteps('contact-events', callsAndRules, ports, contactEventReader);
