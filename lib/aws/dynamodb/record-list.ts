// All records of a campaign, through an index by campaign and creation that holds keys only: it is
// written once, when a record is added, and only records have a moment of creation.
import type { ListPosition, RecordList } from '../../application/ports/record-list.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { recordId } from '../../domain/model/ids.ts';
import { instant } from '../../domain/model/instant.ts';
import type { Dynamo } from './document-table.ts';
import type { Item } from './items.ts';
import { asRecord, recordKey } from './record-items.ts';

export function dynamoRecordList(
  db: Dynamo,
  { records, listIndex }: { readonly records: string; readonly listIndex: string },
): RecordList {
  return {
    async page(campaign, limit, after) {
      const { items, next } = await db.page({
        TableName: records,
        IndexName: listIndex,
        KeyConditionExpression: '#campaign = :campaign',
        ExpressionAttributeNames: { '#campaign': 'campaign' },
        ExpressionAttributeValues: { ':campaign': campaign },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: after && startKey(campaign, after),
      });
      const found = await Promise.all(
        items.map(({ pk, sk }) => db.get(records, { pk: String(pk), sk: String(sk) })),
      );
      return {
        // one may have been taken away since
        records: found.flatMap((item) => (item === undefined ? [] : [asRecord(item)])),
        next: next && positionOf(items.at(-1)),
      };
    },
  };
}

const startKey = (campaign: CampaignId, { createdAt, record }: ListPosition) => ({
  ...recordKey({ campaign, record }),
  campaign,
  createdAt,
});

/** Keys alone tell the record: <campaign>/<record>. */
function positionOf(item: Item | undefined): ListPosition | undefined {
  if (item === undefined) return undefined;
  const record = recordId(item.pk.slice(item.pk.indexOf('/') + 1));
  return { createdAt: instant(Number(item.createdAt)), record };
}
