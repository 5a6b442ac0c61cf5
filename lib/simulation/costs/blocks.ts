// Items are billed by size: of every so many one is measured, and the mean stands for the others.

/** One of so many items is measured. */
export const MEASURED = 32;

export const sizeAsJson = (item: unknown): number => Buffer.byteLength(JSON.stringify(item));

/** Mean number of started blocks of so many bytes, by kind of item. */
export class Blocks {
  private readonly seen = new Map<string, { count: number; measured: number; blocks: number }>();
  private readonly bytes: number;
  private readonly every: number;
  private readonly size: (item: unknown) => number;

  constructor(bytes: number, every = MEASURED, size = sizeAsJson) {
    this.bytes = bytes;
    this.every = every;
    this.size = size;
  }

  of(kind: string, item: unknown): number {
    if (item === undefined) return 1;
    const seen = this.seen.get(kind) ?? { count: 0, measured: 0, blocks: 0 };
    this.seen.set(kind, seen);
    if (seen.count++ % this.every === 0) {
      seen.measured++;
      seen.blocks += Math.max(1, Math.ceil(this.size(item) / this.bytes));
    }
    return seen.blocks / seen.measured;
  }

  /** Of the items measured so far; one block before the first. */
  mean(kind: string): number {
    const seen = this.seen.get(kind);
    return seen ? seen.blocks / seen.measured : 1;
  }
}
