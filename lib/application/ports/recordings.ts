import type { ContactId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';

/** Recordings that Connect made, and the messages cut out of them. */
export interface Recordings {
  /** Raises NotFound. */
  read(key: string): Promise<Uint8Array>;
  /** When the recording of the contact with that key began; undefined when Connect does not say. */
  begunAt(contact: ContactId, key: string): Promise<Instant | undefined>;
  /** The same key again replaces what is there. */
  keep(key: string, wav: Uint8Array): Promise<void>;
}
