/** E-mails that SES has received and stored, until they are taken. */
export interface Mails {
  /**
   * Its first bytes, as many at most; what comes after them are files. undefined: it was taken and
   * deleted before.
   */
  read(key: string, most: number): Promise<Uint8Array | undefined>;
  /** For good; one that is not there is fine. */
  erase(key: string): Promise<void>;
}
