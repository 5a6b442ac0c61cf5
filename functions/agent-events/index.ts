import { readAgentEvent } from '../../lib/aws/connect-agent-event.ts';
import { agents, campaigns, definitions, phones, tickQueue } from '../../lib/aws/ports.ts';
import { stream } from '../edge/stream.ts';
import { agentEvents } from './agent-events.ts';

export const handler = stream(
  'agent-events',
  agentEvents,
  { agents, campaigns, definitions, phones, tickQueue },
  readAgentEvent,
);
