// How often a page looks by itself: rarely while changes are told.
import { createContext, useContext } from 'react';
import type { ReadId } from '../api/operation-types.ts';
import { rarer } from './concerns.ts';

/** Whether changes are told. */
export const LiveContext = createContext(false);

/** How often an operation is asked for by itself. @param every ms while nobody tells of changes */
export function useEvery(id: ReadId, every: number | undefined): number | false {
  const isTold = useContext(LiveContext);
  if (every === undefined) return false;
  return isTold ? every * rarer(id) : every;
}
