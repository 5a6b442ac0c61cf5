import { changeLedger } from '../../lib/application/ledger/change-ledger.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('change-ledger', changeLedger, ports);
