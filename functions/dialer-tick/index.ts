import {
  agents,
  campaigns,
  clock,
  definitions,
  dialQueue,
  ids,
  records,
} from '../../lib/aws/ports.ts';
import { queue } from '../edge/queue.ts';
import { dialerTick } from './dialer-tick.ts';

export const handler = queue('dialer-tick', dialerTick, {
  agents,
  campaigns,
  clock,
  definitions,
  dialQueue,
  ids,
  records,
});
