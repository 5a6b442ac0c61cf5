// The journal, read back.

import type { Journal } from '../../application/ports/journal.ts';
import type { CampaignEntry, JournalEntry, RecordEntry } from '../../domain/model/journal.ts';
import { withoutValues } from '../../domain/records/erasure.ts';
import type { Dynamo } from './document-table.ts';
import type { Item } from './items.ts';
import { campaignPartition, entriesOf, journalPlaces } from './journal-items.ts';
import { journalLinesOf, journalText } from './journal-text.ts';
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
    (await itemsOf(pk)).flatMap((item) => entriesOf<E>(item));
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
      const entries = items.flatMap((item) =>
        entriesOf<CampaignEntry>(item).map((entry) => ({ place: item.sk, entry })),
      );
      return { entries, next: next && items.at(-1)?.sk };
    },
    async line(id) {
      const items = await Promise.all(journalPlaces(id).map((key) => db.get(table, key)));
      for (const item of items) {
        if (item === undefined) continue;
        const line = journalLinesOf(item, String(item.entry)).find((one) => one.id === id);
        if (line !== undefined) return asLine(item, line);
      }
      return undefined;
    },
    async forgetValues(ref) {
      for (const item of await itemsOf(partitionOf(ref))) {
        const before = entriesOf<RecordEntry>(item);
        const without = before.map(withoutValues);
        if (without.every((entry, n) => entry === before[n])) continue;
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

function asLine({ campaign, record }: Item, { id, entry }: { id: string; entry: unknown }) {
  const line = { id, campaign: String(campaign), entry: entry as JournalEntry };
  return record === undefined ? line : { ...line, record: String(record) };
}
