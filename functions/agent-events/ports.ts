export { agentHolds, phones } from '../../lib/aws/agent-ports.ts';
export {
  agents,
  campaigns,
  definitions,
  records,
  tickQueue,
} from '../../lib/aws/ports.ts';
