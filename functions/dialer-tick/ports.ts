export {
  agents,
  campaigns,
  clock,
  definitions,
  dialQueue,
  ids,
  records,
} from '../../lib/aws/ports.ts';
