export {
  campaigns,
  clock,
  definitions,
  email,
  emailQueue,
  lines,
  records,
} from '../../lib/aws/ports.ts';
