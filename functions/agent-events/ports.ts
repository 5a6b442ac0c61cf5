export {
  agents,
  campaigns,
  definitions,
  holds,
  phones,
  records,
  tickQueue,
} from '../../lib/aws/ports.ts';
