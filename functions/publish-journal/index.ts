import { readJournalRecord } from '../../lib/aws/journal-stream-record.ts';
import { pipe } from '../edge/pipe.ts';
import { publishJournal } from './publish-journal.ts';

export const handler = pipe('publish-journal', publishJournal, {}, readJournalRecord);
