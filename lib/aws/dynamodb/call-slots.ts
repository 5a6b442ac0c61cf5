// Calls in the paths of overflow blocks (IVR-18): one item for each block, with how many there are
// and, by contact, since when. Taking and freeing a place are one conditional write each, so two
// callers never get the last one.

import type { CallSlots, SlotPlace } from '../../application/ports/call-slots.ts';
import type { ContactId } from '../../domain/model/ids.ts';
import { LONGEST_CALL } from '../../domain/records/deadlines.ts';
import type { Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';

const keyOf = ({ campaign, ivr, block }: SlotPlace): Key => ({
  pk: `slots#${campaign}#${ivr}#${block}`,
  sk: 'slots',
});

const PREFIX = 'call#';
const holder = (contact: ContactId): string => `${PREFIX}${contact}`;

/** A call that lasted longer has lost its end: its place is free. */
const LONGEST_CALL_MS = LONGEST_CALL * 1000;
/** Seconds for which an item nobody writes to stays. */
const KEPT_SECONDS = 86_400;
/** Takings tried anew after lost places were freed. */
const TRIES = 5;

export function dynamoCallSlots(db: Dynamo, table: string): CallSlots {
  const free = async (place: SlotPlace, name: string, since?: number) => {
    await db.update({
      TableName: table,
      Key: keyOf(place),
      UpdateExpression: 'REMOVE #holder ADD #calls :less',
      ConditionExpression: since === undefined ? 'attribute_exists(#holder)' : '#holder = :since',
      ExpressionAttributeNames: { '#holder': name, '#calls': 'calls' },
      ExpressionAttributeValues: { ':less': -1, ...(since !== undefined && { ':since': since }) },
    });
  };
  return {
    async take(place, contact, most, now) {
      if (most <= 0) return false;
      for (let tries = 0; tries < TRIES; tries++) {
        const taken = await db.update({
          TableName: table,
          Key: keyOf(place),
          UpdateExpression: 'SET #holder = :now, expires = :expires ADD #calls :one',
          ConditionExpression:
            'attribute_not_exists(#holder) AND (attribute_not_exists(#calls) OR #calls < :most)',
          ExpressionAttributeNames: { '#holder': holder(contact), '#calls': 'calls' },
          ExpressionAttributeValues: {
            ':now': now,
            ':one': 1,
            ':most': most,
            ':expires': Math.ceil(now / 1000) + KEPT_SECONDS,
          },
        });
        if (taken.done || taken.item?.[holder(contact)] !== undefined) return true;
        const lost = lostHolders(taken.item, now);
        if (lost.length === 0) return false;
        for (const [name, since] of lost) await free(place, name, since);
      }
      return false;
    },
    free: (place, contact) => free(place, holder(contact)),
  };
}

function lostHolders(item: Item | undefined, now: number): readonly (readonly [string, number])[] {
  return Object.entries(item ?? {})
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([name, since]) => [name, Number(since)] as const)
    .filter(([, since]) => now - since > LONGEST_CALL_MS);
}
