export {
  agents,
  auditTrail,
  campaigns,
  clock,
  definitions,
  journal,
  recordList,
  records,
  webhooks,
} from '../../lib/aws/ports.ts';
