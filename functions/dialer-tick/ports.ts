export { agentHolds } from '../../lib/aws/agent-ports.ts';
export {
  agentLook,
  agents,
  campaigns,
  clock,
  contactLog,
  definitions,
  dialQueue,
  ids,
  ledger,
  records,
  telephony,
  throttle,
  tickQueue,
} from '../../lib/aws/ports.ts';
