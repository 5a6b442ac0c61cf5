// Records that meet conditions, page by page as they are asked for.
import { useInfiniteQuery } from '@tanstack/react-query';
import { keyOf, useClient } from '../../kit/api/use-api.ts';
import type { Conditions } from '../filters/wanted.ts';

/** A page; as many as the API gives. */
const LIMIT = 100;

/** @param phone only those with this number; empty: whatever number they have */
export function useRecords(campaign: string, phone: string, conditions: Conditions) {
  const api = useClient();
  const found = useInfiniteQuery({
    // what is looked for stays in memory and in the body, never in an address
    queryKey: [...keyOf('searchRecords', { params: { campaign } }), phone, conditions],
    queryFn: async ({ pageParam: cursor }) => {
      const body = {
        conditions,
        limit: LIMIT,
        ...(phone === '' ? {} : { phone }),
        ...(cursor === '' ? {} : { cursor }),
      };
      return (await api.ask('searchRecords', { params: { campaign }, body })).body;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return { ...found, items: found.data?.pages.flatMap(({ items }) => items) };
}
