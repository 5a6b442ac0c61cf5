// What each operation takes and answers, from the schemas of the route table: types only, so that
// none of it is in the pages.
import type { z } from 'zod';
import type { DESK, LIVE, READS, WINDOWS, WRITES } from '../../../lib/api/routes/routes.ts';

type Routes = typeof READS & typeof WRITES & typeof DESK & typeof WINDOWS & typeof LIVE;
export type OperationId = keyof Routes;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Operations = {
  readonly [K in OperationId]: readonly [method: Method, path: string, once?: 'once'];
};

export type Params<K extends OperationId> = z.input<Routes[K]['params']>;
export type Query<K extends OperationId> = Omit<z.input<Routes[K]['query']>, never>;
export type Body<K extends OperationId> = z.input<Routes[K]['body']>;
export type Answer<K extends OperationId> = z.output<Routes[K]['answer']>;

/** One element of a list that is answered. */
export type ItemOf<K extends OperationId> =
  Answer<K> extends { readonly items: readonly (infer I)[] } ? I : never;

/** Operations that only read. */
export type ReadId = keyof typeof READS | keyof typeof WINDOWS;
export type ChangeId = Exclude<OperationId, ReadId>;
