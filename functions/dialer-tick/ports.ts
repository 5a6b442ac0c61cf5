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
} from '../../lib/aws/ports.ts';
