// What carries out an operation: it takes a request that is authorised and checked, and answers
// with what the table of routes promises or with a problem.
import type { z } from 'zod';
import type { Caller } from './caller.ts';
import type { Problem } from './problems.ts';
import type { Route } from './route.ts';

export interface Asked<R extends Route> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
  readonly caller: Caller;
  /** Tags of If-Match; undefined: changed whatever has happened meanwhile. */
  readonly ifMatch: readonly string[] | undefined;
}

export interface Answered<A> {
  readonly body: A;
  /** Cursor of the next page, where the body has no place for it. */
  readonly next?: string | undefined;
  /** Without quotes. */
  readonly etag?: string;
  /** What was changed, for the audit; missing when nothing was. Values of people stay out. */
  readonly changed?:
    | {
        readonly from?: Readonly<Record<string, string>>;
        readonly to: Readonly<Record<string, string>>;
      }
    | undefined;
}

export type RouteHandler<R extends Route, P> = (
  given: Asked<R>,
  ports: P,
) => Promise<Answered<z.input<R['answer']>> | Problem>;

/** A handler for every operation of a table: one that is missing does not compile. */
export type RouteHandlers<T extends Readonly<Record<string, Route>>, P> = {
  readonly [K in keyof T]: RouteHandler<T[K], P>;
};

/** The request was made about a state that has passed. */
export class Outdated extends Error {}

/** @throws Outdated when If-Match names other states than this one */
export function mustMatch(ifMatch: readonly string[] | undefined, etag: string): void {
  if (ifMatch === undefined || ifMatch.includes('*') || ifMatch.includes(etag)) return;
  throw new Outdated();
}
