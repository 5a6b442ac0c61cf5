import { type ContactId, contactId } from '../../domain/model/ids.ts';
import type { Random } from '../random.ts';

/** Ids in the shape of Connect's. */
export function contactIds(random: Random): () => ContactId {
  const hex32 = () =>
    Math.floor(random.next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  return () => {
    const hex = [1, 2, 3, 4].map(hex32).join('');
    const cuts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
    return contactId([...cuts, hex.slice(20)].join('-'));
  };
}
