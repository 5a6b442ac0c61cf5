export { agentHolds } from '../../lib/aws/agent-ports.ts';
export {
  agents,
  campaigns,
  clock,
  contacts,
  definitions,
  ledger,
  pseudonyms,
  records,
  slots,
  surveyQueue,
  tickQueue,
} from '../../lib/aws/ports.ts';
