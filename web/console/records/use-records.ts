// Records that meet conditions, page by page as they are asked for.
import { useInfiniteQuery } from '@tanstack/react-query';
import { keyOf, useClient } from '../../kit/api/use-api.ts';
import { type Conditions, looksLikeNumber } from '../filters/wanted.ts';

/** A page; as many as the API gives. */
const LIMIT = 100;

/** @param text what is searched for: a number is looked up instead of the conditions */
export function useRecords(campaign: string, text: string, conditions: Conditions) {
  const api = useClient();
  const phone = looksLikeNumber(text) ? text.trim() : '';
  const found = useInfiniteQuery({
    // what is looked for stays in memory, never in the address
    queryKey: [...keyOf('listRecords', { params: { campaign } }), phone, conditions],
    queryFn: async ({ pageParam: cursor }) => {
      const params = { campaign };
      if (phone !== '') return (await api.ask('listRecords', { params, query: { phone } })).body;
      const body = { conditions, limit: LIMIT, ...(cursor === '' ? {} : { cursor }) };
      return (await api.ask('searchRecords', { params, body })).body;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return { ...found, items: found.data?.pages.flatMap(({ items }) => items) };
}
