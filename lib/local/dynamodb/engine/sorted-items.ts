// Items by partition, each partition in the order of its sort keys: a table, or an index of one.
import { type InOrder, Partition } from './partition.ts';
import {
  compareValues,
  contentOfValue,
  invalid,
  type StoredItem,
  typeOf,
  type Value,
} from './values.ts';

const NONE: InOrder = [];

export class SortedItems {
  /** The partition key, and the attributes that order a partition and make an item unique in it. */
  readonly hash: string;
  readonly order: readonly string[];
  private readonly partitions = new Map<string, Partition>();

  constructor(hash: string, order: readonly string[]) {
    this.hash = hash;
    this.order = order;
  }

  partition(value: Value): InOrder {
    return this.partitions.get(nameOf(value)) ?? NONE;
  }

  get(key: StoredItem): StoredItem | undefined {
    const items = this.partition(key[this.hash] ?? {});
    const found = items.at(this.placeOf(items, key));
    return found !== undefined && this.compare(found, key) === 0 ? found : undefined;
  }

  put(item: StoredItem): void {
    const name = nameOf(item[this.hash] ?? {});
    let items = this.partitions.get(name);
    if (!items) {
      items = new Partition();
      this.partitions.set(name, items);
    }
    const at = this.placeOf(items, item);
    const there = items.at(at);
    if (there !== undefined && this.compare(there, item) === 0) items.replace(at, item);
    else items.insert(at, item);
  }

  delete(key: StoredItem): void {
    const items = this.partitions.get(nameOf(key[this.hash] ?? {}));
    if (!items) return;
    const at = this.placeOf(items, key);
    const there = items.at(at);
    if (there !== undefined && this.compare(there, key) === 0) items.remove(at);
  }

  /** All items, partition by partition, from the one after the key on. */
  *all(after?: StoredItem): Iterable<StoredItem> {
    const start = after && nameOf(after[this.hash] ?? {});
    let isBefore = start !== undefined;
    for (const [name, items] of this.partitions) {
      if (isBefore && name !== start) continue;
      const from = isBefore && after ? this.placeAfter(items, after) : 0;
      isBefore = false;
      for (let n = from; n < items.length; n++) yield items.at(n) as StoredItem;
    }
  }

  /** Where the key is, or would be. */
  placeOf(items: InOrder, key: StoredItem): number {
    return firstWhere(items, (item) => this.compare(item, key) >= 0);
  }

  placeAfter(items: InOrder, key: StoredItem): number {
    return firstWhere(items, (item) => this.compare(item, key) > 0);
  }

  private compare(a: StoredItem, b: StoredItem): number {
    for (const name of this.order) {
      const order = ordered(a[name], b[name]);
      if (order !== 0) return order;
    }
    return 0;
  }
}

/** Key attributes have one type, so they have an order. */
function ordered(a: Value | undefined, b: Value | undefined): number {
  const order = a && b && compareValues(a, b);
  if (order === undefined) throw invalid('The provided key element does not match the schema');
  return order;
}

/** For items of which the first do not have it and the others do. */
export function firstWhere(items: InOrder, has: (item: StoredItem) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (has(items.at(middle) as StoredItem)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const nameOf = (value: Value): string => `${typeOf(value)}${String(contentOfValue(value))}`;
