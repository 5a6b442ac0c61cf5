export { announcer, clock, watchers } from '../../lib/aws/ports.ts';
