interface RowTally {
  readonly rows: number;
  readonly imported: number;
  readonly present: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly remarked: number;
}

/** An import that goes on in another run, or is to be undone. */
export interface ImportOrder {
  readonly campaign: string;
  /** Of the file. */
  readonly key: string;
  /** When the file was uploaded, epoch milliseconds. */
  readonly since?: number | undefined;
  readonly undo?: { readonly by: string } | undefined;
  readonly goesOn?:
    | {
        /** The last row that is done. */
        readonly row: number;
        /** Of the report so far. */
        readonly reportBytes: number;
        readonly tally: RowTally;
        readonly undone?: { readonly removed: number; readonly kept: number } | undefined;
      }
    | undefined;
}

export interface ImportQueue {
  send(order: ImportOrder): Promise<void>;
}
