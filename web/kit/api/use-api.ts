// Asking the API from a page: what was read is kept under its operation, asked again in steady
// intervals and when something is known to have changed.
import {
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { useEvery } from '../live/use-every.ts';
import type { Answered, Asking, Client } from './client.ts';
import type { Answer, ChangeId, ItemOf, OperationId, ReadId } from './operation-types.ts';

const ApiContext = createContext<Client | undefined>(undefined);
export const ApiProvider = ApiContext.Provider;

export function useClient(): Client {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('no API around this component');
  return api;
}

/** ms between two looks at what changes by itself; they are rarer while changes are told. */
export const LIVE = 5000;

interface How {
  /** Asked again every so many ms. */
  readonly every?: number;
  readonly enabled?: boolean;
}

export const keyOf = (id: OperationId, asking: Asking<OperationId> = {}): QueryKey => [
  id,
  asking.params ?? {},
  asking.query ?? {},
];

/** What an operation answers, with its tag. */
export function useAsk<K extends ReadId>(
  id: K,
  asking: Asking<K> = {},
  { every, enabled = true }: How = {},
): UseQueryResult<Answered<Answer<K>>> {
  const api = useClient();
  return useQuery({
    queryKey: keyOf(id, asking as Asking<OperationId>),
    queryFn: () => api.ask(id, asking),
    refetchInterval: useEvery(id, every),
    enabled,
  });
}

type Listed = {
  [K in ReadId]: Answer<K> extends { readonly items: readonly unknown[]; next?: string }
    ? K
    : never;
}[ReadId];

/** All pages that were asked for so far, as one list. */
export function useList<K extends Listed>(
  id: K,
  asking: Asking<K> = {},
  { every, enabled = true }: How = {},
) {
  const api = useClient();
  const found = useInfiniteQuery({
    queryKey: [...keyOf(id, asking as Asking<OperationId>), 'pages'],
    queryFn: async ({ pageParam }) => {
      const query = { ...asking.query, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      const { body } = await api.ask(id, { ...asking, query } as Asking<K>);
      return body as unknown as { readonly items: readonly ItemOf<K>[]; readonly next?: string };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: useEvery(id, every),
    enabled,
  });
  return { ...found, items: found.data?.pages.flatMap(({ items }) => items) };
}

/**
 * Changes something; afterwards what the named operations answered is asked for again.
 * @param changes operations whose answers are no longer true
 */
export function useChange<K extends ChangeId>(
  id: K,
  changes: readonly ReadId[],
): UseMutationResult<Answered<Answer<K>>, Error, Asking<K>> {
  const api = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asking: Asking<K>) => api.ask(id, asking),
    onSettled: () =>
      Promise.all(changes.map((one) => queries.invalidateQueries({ queryKey: [one] }))),
  });
}
