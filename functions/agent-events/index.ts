import { agentEvents } from '../../lib/application/agents/agent-events.ts';
import { deploymentOf } from '../../lib/aws/deployment-name.ts';
import { agentEventReader } from '../../lib/aws/events/agent-event.ts';
import { stream } from '../edge/stream.ts';
import * as ports from './ports.ts';

export const handler = stream(
  'agent-events',
  agentEvents,
  ports,
  agentEventReader(deploymentOf('agent-events')),
);
