// One table's stream. Every write is seen here, so the records are made here: a DynamoDB that keeps
// them itself would have to be asked after each write.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { StreamRecord, StreamSource } from '../streams/stream-source.ts';
import type { SimulatedTime } from '../time.ts';
import { equalItems, itemSize, type StoredItem } from './engine/values.ts';
import type { Attributes } from './item-writes.ts';

export interface ItemChange {
  readonly key: Attributes;
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
}

interface Parts {
  readonly table: string;
  readonly arn: string;
  readonly region: string;
  readonly time: SimulatedTime;
  readonly keys: readonly string[];
  readonly viewType: string;
}

const VIEWS: Readonly<Record<string, readonly ('OldImage' | 'NewImage')[]>> = {
  KEYS_ONLY: [],
  NEW_IMAGE: ['NewImage'],
  OLD_IMAGE: ['OldImage'],
  NEW_AND_OLD_IMAGES: ['NewImage', 'OldImage'],
};

const isSame = (before: Attributes | undefined, after: Attributes | undefined): boolean =>
  before === after ||
  (before !== undefined &&
    after !== undefined &&
    equalItems(before as StoredItem, after as StoredItem));

export class TableStream implements StreamSource {
  readonly arn: string;
  readonly keys: readonly string[];
  private readonly parts: Parts;
  private readonly consumers: ((records: readonly StreamRecord[]) => void)[] = [];
  private written = 0;

  constructor(parts: Parts) {
    if (!Object.hasOwn(VIEWS, parts.viewType))
      throw new NotEmulated(`stream view type '${parts.viewType}'`);
    this.parts = parts;
    this.arn = parts.arn;
    this.keys = parts.keys;
  }

  subscribe(consumer: (records: readonly StreamRecord[]) => void): void {
    this.consumers.push(consumer);
  }

  /** A write that leaves its item as it was is none for a stream. */
  add(changes: readonly ItemChange[]): void {
    const records = changes
      .filter(({ before, after }) => !isSame(before, after))
      .map((change) => this.recordOf(change));
    if (records.length > 0) for (const consumer of this.consumers) consumer(records);
  }

  private recordOf({ key, before, after }: ItemChange): StreamRecord {
    const { table, region, time, viewType } = this.parts;
    const sequenceNumber = `1${String(++this.written).padStart(20, '0')}`;
    const images = { NewImage: after, OldImage: before };
    const shown = VIEWS[viewType] ?? [];
    const seen = { Keys: key, ...Object.fromEntries(shown.map((name) => [name, images[name]])) };
    const sizes = Object.values(seen).map((item) => (item ? itemSize(item as StoredItem) : 0));
    return {
      sequenceNumber,
      event: {
        eventID: `${table}-${sequenceNumber}`,
        eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: region,
        eventSourceARN: this.arn,
        dynamodb: {
          ...seen,
          SequenceNumber: sequenceNumber,
          SizeBytes: sizes.reduce((all, size) => all + size, 0),
          StreamViewType: viewType,
          ApproximateCreationDateTime: Math.floor(time.now() / 1000),
        },
      },
    };
  }
}
