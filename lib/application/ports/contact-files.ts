/** Files handed over for an import; the store announces them, which starts it. */
export type Uploads = Pick<ContactFiles, 'write'>;

/** What imports said about the rows of a file. */
export type ImportReports = Pick<ContactFiles, 'read'>;

export interface ContactFiles {
  /** The bytes of an uploaded file of contacts, in chunks. */
  read(key: string): AsyncIterable<Uint8Array>;
  /** Stores a report beside it; returns its key. */
  write(key: string, text: AsyncIterable<string>): Promise<string>;
}
