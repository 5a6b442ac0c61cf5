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
  tickQueue,
} from '../../lib/aws/ports.ts';
