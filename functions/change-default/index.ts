import { changeDefault } from '../../lib/application/records/change-default.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('change-default', changeDefault, ports);
