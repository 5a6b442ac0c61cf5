// Records of the streams of tables → what pages are told of: lines of the journal, and whether
// agents came, went or took a break. The other writes of the run-time state stay behind in the
// filters of its event source mapping (lib/infra/api/live.ts).
import * as z from 'zod';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { readJournalLines } from './journal-stream-record.ts';

const Seen = z.object({
  dynamodb: z.object({ NewImage: z.object({ activity: z.unknown().optional() }) }),
});

export function readChangedItems(records: readonly unknown[]): TaskInput<'push-changes'> {
  const lines = records.filter((record) => !isAgent(record));
  return {
    lines: lines.flatMap(readJournalLines),
    agents: lines.length < records.length,
  };
}

/** Only an agent is doing something. */
const isAgent = (record: unknown): boolean =>
  Seen.parse(record).dynamodb.NewImage.activity !== undefined;
