// Records that meet conditions, page by page as they are asked for.
import { useInfiniteQuery } from '@tanstack/react-query';
import { keyOf, useClient } from '../../kit/api/use-api.ts';
import { conditionsOf, looksLikeNumber, type Wanted } from './filter.ts';

/** A page; as many as the API gives. */
const LIMIT = 100;

export function useRecords(campaign: string, wanted: Wanted, field: string | undefined) {
  const api = useClient();
  const byNumber = looksLikeNumber(wanted.text);
  const found = useInfiniteQuery({
    // what is looked for stays in memory, never in the address
    queryKey: [...keyOf('listRecords', { params: { campaign } }), wanted],
    queryFn: async ({ pageParam: cursor }) => {
      const params = { campaign };
      if (byNumber) {
        const query = { phone: wanted.text.trim() };
        return (await api.ask('listRecords', { params, query })).body;
      }
      const conditions = conditionsOf(wanted, field);
      const body = { conditions, limit: LIMIT, ...(cursor === '' ? {} : { cursor }) };
      return (await api.ask('searchRecords', { params, body })).body;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return { ...found, items: found.data?.pages.flatMap(({ items }) => items) };
}
