// A table filled quickly, and a meter: the requests a client makes, what they read and what AWS
// would charge for it.
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { dynamoTables } from '../test/support/dynamo-tables.ts';

export type Client = Awaited<ReturnType<typeof dynamoTables>>['client'];

const READS: ReadonlySet<string> = new Set(['GetItemCommand', 'QueryCommand']);

export interface Meter {
  readonly reads: number;
  readonly items: number;
  /** As the service reports them. */
  readonly readUnits: number;
  readonly writes: number;
}

interface Output {
  readonly Item?: unknown;
  readonly ScannedCount?: number;
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
}

const nothing: Meter = { reads: 0, items: 0, readUnits: 0, writes: 0 };

function counted(meter: Meter, isRead: boolean, output: Output): Meter {
  if (!isRead) return { ...meter, writes: meter.writes + 1 };
  return {
    ...meter,
    reads: meter.reads + 1,
    items: meter.items + (output.ScannedCount ?? Number(output.Item !== undefined)),
    readUnits: meter.readUnits + (output.ConsumedCapacity?.CapacityUnits ?? Number.NaN),
  };
}

/** From now on; the function it returns reads the meter and sets it back. */
export function metered(client: Client): () => Meter {
  let meter = nothing;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' };
        const result = await next({ ...args, input } as typeof args);
        meter = counted(meter, READS.has(String(commandName)), result.output as Output);
        return result;
      },
    { step: 'initialize', name: 'meter' },
  );
  return () => {
    const read = meter;
    meter = nothing;
    return read;
  };
}

/** Puts the items as they are, without conditions. */
export async function write(client: Client, name: string, items: readonly object[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, n) =>
    items.slice(n * 25, n * 25 + 25).map((Item) => ({ PutRequest: { Item } })),
  );
  for (const batch of batches) {
    await client.send(new BatchWriteCommand({ RequestItems: { [name]: batch } }));
  }
}
