import type { ContactId } from '../../domain/model/ids.ts';

/** In which order waiting contacts are taken (PRI-5). */
export interface Routing {
  /** @param level Connect's queue priority, 1 is served first · gone: the contact is over */
  prioritise(contact: ContactId, level: number): Promise<'set' | 'gone'>;
}
