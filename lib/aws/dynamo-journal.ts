// The journal, read back.
import type { CampaignEntry, RecordEntry } from '../domain/journal.ts';
import type { Journal } from '../domain/ports.ts';
import type { Dynamo } from './dynamo.ts';
import { campaignPartition, entryOf } from './journal-items.ts';
import { partitionOf } from './record-items.ts';

export function dynamoJournal(db: Dynamo, table: string): Journal {
  const entries = async <E extends RecordEntry | CampaignEntry>(pk: string): Promise<E[]> => {
    const items = await db.all({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    });
    return items.map((item) => entryOf<E>(item));
  };
  return {
    ofRecord: (ref) => entries<RecordEntry>(partitionOf(ref)),
    ofCampaign: (campaign) => entries<CampaignEntry>(campaignPartition(campaign)),
  };
}
