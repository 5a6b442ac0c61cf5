export {
  agents,
  auditTrail,
  campaigns,
  clock,
  definitions,
  journal,
  recordList,
  records,
} from '../../lib/aws/ports.ts';
