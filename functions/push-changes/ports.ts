export { announcer, watchers } from '../../lib/aws/live-ports.ts';
export { clock } from '../../lib/aws/ports.ts';
