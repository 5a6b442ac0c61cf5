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
} from '../../lib/aws/ports.ts';
