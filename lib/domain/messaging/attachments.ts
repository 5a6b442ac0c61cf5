// What an e-mail may carry: what most mail servers take once it is encoded (CBR-11).

/** Bytes of all files together. */
export const MOST_ATTACHED = 10_000_000;
