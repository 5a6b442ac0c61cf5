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
} from '../../lib/aws/ports.ts';
