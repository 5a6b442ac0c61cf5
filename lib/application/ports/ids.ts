export interface Ids {
  /** A new sortable id, unique everywhere: time first, then randomness. */
  next(): string;
}
