/** Callers' messages that have to go, because the caller's contact was deleted. */
export interface Voicemails {
  /** For good; one that is not there is fine. */
  erase(key: string): Promise<void>;
}
