export interface ContactFiles {
  /** The bytes of an uploaded file of contacts, in chunks. */
  read(key: string): AsyncIterable<Uint8Array>;
  /** Stores a report beside it; returns its key. */
  write(key: string, text: AsyncIterable<string>): Promise<string>;
}
