// DynamoDB gives a partition key 1,000 write units a second. What every call of a campaign writes
// to is spread over as many keys as the definitions ask for
// (lib/domain/campaigns/key-shards.ts); nearly always that is one. Another deployment may have
// used more, and what it stored stays where it is until it changes: how many were ever used is
// listed before the first write to them, and whoever reads reads all of those.
import type { Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';

/** The n-th key of those a thing is spread over; the first is the key it has when there is one. */
export const shardKey = (key: string, shard: number): string =>
  shard === 0 ? key : `${key}#${shard}`;

export const shardKeys = (key: string, shards: number): readonly string[] =>
  Array.from({ length: shards }, (_, shard) => shardKey(key, shard));

/** Always the same for one name (FNV-1a). */
export function shardOf(name: string, shards: number): number {
  if (shards === 1) return 0;
  let hash = 0x811c9dc5;
  for (let n = 0; n < name.length; n++) hash = Math.imul(hash ^ name.charCodeAt(n), 0x01000193);
  return (hash >>> 0) % shards;
}

/** Where it does not matter which, rivals most likely take another. */
export const anyShard = (shards: number): number => Math.floor(Math.random() * shards);

export interface KeyShards {
  /** So many this deployment writes to. */
  readonly written: number;
  /** So many may hold something. */
  known(owner: string): Promise<number>;
  /** The same, of what was read of the owner before. */
  seen(owner: string): number;
  /** @param item on which they are listed, read for another reason */
  note(owner: string, item: Item | undefined): void;
  /** Before something is written to one of them. */
  announce(owner: string): Promise<void>;
}

/**
 * @param listedOn the item that lists those of an owner, in `shards`
 * @param noted told of that item, whenever it was read
 */
export function keyShards(
  db: Pick<Dynamo, 'get' | 'update'>,
  table: string,
  written: number,
  listedOn: (owner: string) => Key,
  noted?: (owner: string, item: Item | undefined) => void,
): KeyShards {
  const found = new Map<string, number>();
  const announced = new Set<string>();
  const note = (owner: string, item: Item | undefined) => {
    const listed = item?.shards instanceof Set ? [...item.shards].map(Number) : [];
    found.set(owner, Math.max(written, ...listed));
    noted?.(owner, item);
  };
  return {
    written,
    note,
    seen: (owner) => found.get(owner) ?? written,
    async known(owner) {
      if (!found.has(owner)) note(owner, await db.get(table, listedOn(owner)));
      return found.get(owner) ?? written;
    },
    async announce(owner) {
      if (written === 1 || announced.has(owner)) return;
      await db.update({
        TableName: table,
        Key: listedOn(owner),
        UpdateExpression: 'ADD shards :written',
        ExpressionAttributeValues: { ':written': new Set([written]) },
        ReturnValues: 'NONE',
      });
      announced.add(owner);
    },
  };
}
