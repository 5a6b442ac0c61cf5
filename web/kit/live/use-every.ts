// How often a page looks by itself: rarely while changes are told.
import { createContext, useContext } from 'react';
import type { ReadId } from '../api/operation-types.ts';
import { isTold } from './concerns.ts';

/** Whether changes are told. */
export const LiveContext = createContext(false);

/** While changes are told, a look is only for what got lost on the way. */
const RARER = 6;

/** How often an operation is asked for by itself. @param every ms while nobody tells of changes */
export function useEvery(id: ReadId, every: number | undefined): number | false {
  const isOpen = useContext(LiveContext);
  if (every === undefined) return false;
  return isOpen && isTold(id) ? every * RARER : every;
}
