import { agents, definitions } from '../../lib/aws/ports.ts';
import { flow } from '../edge/flow.ts';
import { findExtension } from './find-extension.ts';

export const handler = flow('find-extension', findExtension, { agents, definitions });
