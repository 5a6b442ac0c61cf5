import { copyRecords } from '../../lib/application/imports/copy-records.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('copy-records', copyRecords, ports);
