export {
  clock,
  definitions,
  numberChecks,
  records,
  secrets,
  services,
} from '../../lib/aws/ports.ts';
