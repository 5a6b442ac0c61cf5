import { pushChanges } from '../../lib/application/live/push-changes.ts';
import { readJournalLines } from '../../lib/aws/events/journal-stream-record.ts';
import { changes } from '../edge/changes.ts';
import * as ports from './ports.ts';

export const handler = changes('push-changes', pushChanges, ports, (records) => ({
  lines: records.flatMap(readJournalLines),
}));
