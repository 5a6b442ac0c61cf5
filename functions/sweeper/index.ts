import { sweeper } from '../../lib/application/sweeping/sweeper.ts';
import { schedule } from '../edge/schedule.ts';
import * as ports from './ports.ts';

export const handler = schedule('sweeper', sweeper, ports);
