import { publishJournal } from '../../lib/application/timeline/publish-journal.ts';
import { readJournalRecord } from '../../lib/aws/events/journal-stream-record.ts';
import { pipe } from '../edge/pipe.ts';

export const handler = pipe('publish-journal', publishJournal, {}, readJournalRecord);
