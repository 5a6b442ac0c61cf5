export {
  agents,
  auditTrail,
  campaigns,
  clock,
  definitions,
  filters,
  importReports,
  jobs,
  journal,
  recordList,
  records,
  webhooks,
} from '../../lib/aws/ports.ts';
