// The items of a partition in order, in pieces: in one array of a million each write would move
// half of them.
import type { StoredItem } from './values.ts';

/** Items in order, by their places. */
export interface InOrder {
  readonly length: number;
  at(place: number): StoredItem | undefined;
}

/** A piece with twice as many is cut in two. */
const USUAL = 1000;

export class Partition implements InOrder {
  private readonly usual: number;
  private readonly pieces: StoredItem[][] = [[]];
  /** Places of the first items of the pieces; made when they are asked for. */
  private starts: readonly number[] | undefined;
  private count = 0;

  constructor(usual = USUAL) {
    this.usual = usual;
  }

  get length(): number {
    return this.count;
  }

  at(place: number): StoredItem | undefined {
    if (this.pieces.length === 1) return this.pieces[0]?.[place];
    const { piece, within } = this.find(place);
    return piece[within];
  }

  replace(place: number, item: StoredItem): void {
    const { piece, within } = this.find(place);
    piece[within] = item;
  }

  insert(place: number, item: StoredItem): void {
    const { piece, within, nth } = this.find(place);
    piece.splice(within, 0, item);
    if (piece.length >= 2 * this.usual) this.pieces.splice(nth + 1, 0, piece.splice(this.usual));
    this.changed(1);
  }

  remove(place: number): void {
    const { piece, within, nth } = this.find(place);
    piece.splice(within, 1);
    if (piece.length === 0 && this.pieces.length > 1) this.pieces.splice(nth, 1);
    this.changed(-1);
  }

  private changed(by: number): void {
    this.count += by;
    this.starts = undefined;
  }

  /** The place after the last is in the last piece. */
  private find(place: number) {
    const nth = this.pieces.length === 1 ? 0 : this.pieceOf(place);
    const within = nth === 0 ? place : place - (this.starts?.[nth] ?? 0);
    return { piece: this.pieces[nth] ?? [], within, nth };
  }

  private pieceOf(place: number): number {
    this.starts ??= startsOf(this.pieces);
    let [low, high] = [0, this.pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function startsOf(pieces: readonly (readonly StoredItem[])[]): readonly number[] {
  let start = 0;
  return pieces.map((piece) => {
    start += piece.length;
    return start - piece.length;
  });
}
