export {
  agents,
  auditTrail,
  campaigns,
  clock,
  definitions,
  importReports,
  journal,
  recordList,
  records,
  webhooks,
} from '../../lib/aws/ports.ts';
