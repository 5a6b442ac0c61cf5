export {
  clock,
  definitions,
  journal,
  records,
  tickQueue,
  voicemails,
} from '../../lib/aws/ports.ts';
