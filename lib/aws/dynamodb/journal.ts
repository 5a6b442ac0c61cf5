// The journal, read back.

import type { Journal } from '../../application/ports/journal.ts';
import type { CampaignEntry, JournalEntry, RecordEntry } from '../../domain/model/journal.ts';
import { readLineId } from '../../domain/model/journal-line.ts';
import { withoutValues } from '../../domain/records/erasure.ts';
import type { Dynamo } from './document-table.ts';
import { campaignPartition, entryOf } from './journal-items.ts';
import { journalText } from './journal-text.ts';
import { partitionOf } from './record-items.ts';

export function dynamoJournal(db: Dynamo, table: string): Journal {
  const itemsOf = (pk: string) =>
    db.all({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    });
  const entries = async <E extends RecordEntry | CampaignEntry>(pk: string): Promise<E[]> =>
    (await itemsOf(pk)).map((item) => entryOf<E>(item));
  return {
    ofRecord: (ref) => entries<RecordEntry>(partitionOf(ref)),
    ofCampaign: (campaign) => entries<CampaignEntry>(campaignPartition(campaign)),
    async latestOfCampaign(campaign, { limit, before }) {
      const pk = campaignPartition(campaign);
      const { items, next } = await db.page({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: before === undefined ? undefined : { pk, sk: before },
      });
      const entries = items.map((item) => ({
        place: item.sk,
        entry: entryOf<CampaignEntry>(item),
      }));
      return { entries, next: next && items.at(-1)?.sk };
    },
    async line(id) {
      const { owner: pk, place: sk } = readLineId(id);
      const item = await db.get(table, { pk, sk });
      if (item === undefined) return undefined;
      const { campaign, record } = item;
      const owner = { id, campaign: String(campaign) };
      const entry = entryOf<JournalEntry>(item);
      return record === undefined
        ? { ...owner, entry }
        : { ...owner, record: String(record), entry };
    },
    async forgetValues(ref) {
      for (const item of await itemsOf(partitionOf(ref))) {
        const entry = entryOf<RecordEntry>(item);
        const without = withoutValues(entry);
        if (without === entry) continue;
        // the pipe publishes what is added, not what changes
        await db.update({
          TableName: table,
          Key: { pk: item.pk, sk: item.sk },
          UpdateExpression: 'SET #entry = :entry',
          ExpressionAttributeNames: { '#entry': 'entry' },
          ExpressionAttributeValues: { ':entry': journalText(without) },
        });
      }
    },
  };
}
