// The journal, read back.

import type { Journal } from '../../application/ports/journal.ts';
import type { CampaignEntry, RecordEntry } from '../../domain/model/journal.ts';
import { withoutValues } from '../../domain/records/erasure.ts';
import type { Dynamo } from './document-table.ts';
import { campaignPartition, entryOf } from './journal-items.ts';
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
          ExpressionAttributeValues: { ':entry': JSON.stringify(without) },
        });
      }
    },
  };
}
