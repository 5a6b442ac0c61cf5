// Reads records of a campaign for a dry run, page by page, until there are enough.
import { useState } from 'react';
import type { Body, ItemOf } from '../../kit/api/operation-types.ts';
import { useClient } from '../../kit/api/use-api.ts';

type Found = ItemOf<'searchRecords'>;
type Conditions = Body<'searchRecords'>['conditions'];

/** A page; as many as the API gives. */
const LIMIT = 100;
const WAITING: Conditions = { states: ['new', 'recall-scheduled'] };

export function useWaiting(campaign: string) {
  const api = useClient();
  const [count, setCount] = useState<number>();
  const [error, setError] = useState<Error>();
  /** @param conditions of a saved filter; those that wait for a call when missing */
  const read = async (
    most: number,
    conditions: Conditions = WAITING,
  ): Promise<readonly Found[] | undefined> => {
    setError(undefined);
    setCount(0);
    const found: Found[] = [];
    try {
      let cursor: string | undefined;
      do {
        const body = { conditions, limit: LIMIT, ...(cursor !== undefined && { cursor }) };
        const page = (await api.ask('searchRecords', { params: { campaign }, body })).body;
        found.push(...page.items);
        cursor = page.next;
        setCount(Math.min(found.length, most));
      } while (cursor !== undefined && found.length < most);
      return found.slice(0, most);
    } catch (failed) {
      setError(failed as Error);
      return undefined;
    } finally {
      setCount(undefined);
    }
  };
  return { read, error, isReading: count !== undefined, count: count ?? 0 };
}
