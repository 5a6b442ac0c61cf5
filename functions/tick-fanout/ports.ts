export { agentHolds } from '../../lib/aws/agent-ports.ts';
export {
  agentLook,
  agents,
  campaigns,
  clock,
  definitions,
  records,
  tickQueue,
} from '../../lib/aws/ports.ts';
