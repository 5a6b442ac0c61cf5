import { pushChanges } from '../../lib/application/live/push-changes.ts';
import { readChangedItems } from '../../lib/aws/events/changed-items.ts';
import { changes } from '../edge/changes.ts';
import * as ports from './ports.ts';

export const handler = changes('push-changes', pushChanges, ports, readChangedItems);
