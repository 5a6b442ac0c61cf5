// A record of the journal table's stream → the entries it tells of, each with the record or
// campaign it belongs to and an id that is the same however often the stream repeats it.
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { journalLinesOf } from '../dynamodb/journal-text.ts';

const StreamRecord = z.object({
  dynamodb: z.object({ NewImage: z.record(z.string(), z.unknown()) }),
});
const JournalItem = z.object({
  pk: z.string(),
  sk: z.string(),
  campaign: z.string(),
  record: z.string().optional(),
  entry: z.string(),
});

const Entry = z.record(z.string(), z.unknown());

export const readJournalRecord = (body: unknown): readonly TaskInput<'publish-journal'>[] =>
  readJournalLines(body).map((entry) => ({ entry }));

export function readJournalLines(body: unknown): TaskInput<'push-changes'>['lines'] {
  const image = StreamRecord.parse(body).dynamodb.NewImage as Record<string, AttributeValue>;
  const { pk, sk, campaign, record, entry } = JournalItem.parse(unmarshall(image));
  return journalLinesOf({ pk, sk }, entry).map((line) => {
    const written = { id: line.id, campaign, entry: Entry.parse(line.entry) };
    return record === undefined ? written : { ...written, record };
  });
}
