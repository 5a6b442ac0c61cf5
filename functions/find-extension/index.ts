import { findExtension } from '../../lib/application/inbound/find-extension.ts';
import { flow } from '../edge/flow.ts';
import * as ports from './ports.ts';

export const handler = flow('find-extension', findExtension, ports);
