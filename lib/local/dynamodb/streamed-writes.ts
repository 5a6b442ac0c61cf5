// Performs a write and adds its records to the streams of the tables written to. What an item was
// before, and what an update made of it, is read around the write, one write at a time; a put that
// says there must be no such item needs neither.
import { isDeepStrictEqual } from 'node:util';
import { isList, isObject, type JsonObject } from '../json.ts';
import type { DynamoDbClient } from './dynamodb-client.ts';
import type { HttpResponse } from './http-response.ts';
import { type Attributes, type ItemWrite, itemWrites } from './item-writes.ts';
import type { TableStream } from './table-stream.ts';

type Items = (write: ItemWrite) => Attributes | undefined;

export class StreamedWrites {
  private readonly client: DynamoDbClient;
  private readonly streamOf: (table: string) => TableStream | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(client: DynamoDbClient, streamOf: (table: string) => TableStream | undefined) {
    this.client = client;
    this.streamOf = streamOf;
  }

  async run(
    action: string,
    input: JsonObject,
    write: () => Promise<HttpResponse>,
  ): Promise<HttpResponse> {
    const writes = itemWrites(action, input, (table) => this.streamOf(table)?.keys);
    if (writes.length === 0) return write();
    const seen = writes.filter((one) => !one.isNew);
    if (seen.length === 0) return this.recorded(writes, await write(), () => undefined);
    return this.alone(async () => {
      const before = await this.read(seen);
      return this.recorded(writes, await write(), before);
    });
  }

  private async recorded(writes: readonly ItemWrite[], answer: HttpResponse, before: Items) {
    if (answer.status !== 200) return answer;
    const unknown = writes.filter(({ item }) => item === undefined);
    const after = unknown.length > 0 ? await this.read(unknown) : () => undefined;
    for (const [table, ofTable] of Map.groupBy(writes, (one) => one.table)) {
      const changes = ofTable.map((one) => ({
        key: one.key,
        before: one.isNew ? undefined : before(one),
        after: one.item ?? after(one),
      }));
      this.streamOf(table)?.add(changes);
    }
    return answer;
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const run = this.last.then(work);
    this.last = run.catch(() => undefined);
    return run;
  }

  private async read(writes: readonly ItemWrite[]): Promise<Items> {
    const RequestItems = Object.fromEntries(
      [...Map.groupBy(writes, ({ table }) => table)].map(([table, ofTable]) => [
        table,
        { Keys: ofTable.map(({ key }) => key), ConsistentRead: true },
      ]),
    );
    const answer = await this.client.call('DynamoDB_20120810.BatchGetItem', { RequestItems });
    const { Responses } = answer as JsonObject;
    const found = isObject(Responses) ? Responses : {};
    return ({ table, key }) => {
      const items = found[table];
      const has = (item: Attributes) =>
        Object.entries(key).every(([name, value]) => isDeepStrictEqual(item[name], value));
      return (isList(items) ? items.filter(isObject) : []).find(has);
    };
  }
}
