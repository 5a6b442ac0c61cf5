import { orderTexts } from '../../lib/application/texting/order-texts.ts';
import { schedule } from '../edge/schedule.ts';
import * as ports from './ports.ts';

export const handler = schedule('order-texts', orderTexts, ports);
