export { links } from '../../lib/aws/ports.ts';
