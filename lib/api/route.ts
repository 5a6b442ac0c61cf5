// A row of the route table: all that is known of an operation before anybody asks for it. The
// handlers, the authorisation, the routes of the gateway, the OpenAPI document and docs/api.md are
// made from it.
import { z } from 'zod';
import type { ProblemCode } from './problems.ts';
import type { ApiRole, ApiScope } from './roles.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may ask: people with one of the roles and programs with the scope, or anyone at all. */
export type Who = 'anyone' | { readonly roles: readonly ApiRole[]; readonly scope?: ApiScope };

export interface Route<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** With parameters in braces; the gateway matches it. */
  readonly path: string;
  readonly tag: Tag;
  /** A few words; what it does. */
  readonly summary: string;
  /** Sentences: what else a caller must know. */
  readonly details?: string;
  readonly who: Who;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly answer: A;
  /** JSON when missing. */
  readonly media?: 'text/csv' | 'text/html';
  /** Of success; 200 when missing. */
  readonly status?: 200 | 201 | 202;
  /** Beside those that every route may answer. */
  readonly problems: readonly ProblemCode[];
  /** A POST that only asks: it takes no Idempotency-Key, and its answer is kept nowhere. */
  readonly changesNothing?: true;
  /** The answer holds a secret: it is kept nowhere, so no key of idempotency is taken. */
  readonly answersSecret?: true;
  /** It is for records of the directory of people, too: its campaign may be `directory`. */
  readonly ofDirectory?: true;
  /**
   * gives: the answer has an ETag · checks: If-Match is honoured, and the answer has one, too ·
   * takes: If-Match is honoured, and there is nothing left that could have one.
   */
  readonly etag?: 'gives' | 'checks' | 'takes';
}

/** The sections of the documentation. */
export const TAGS = {
  campaigns: 'Campaigns: their state, totals and switch.',
  records: 'Records: people as they stand in a campaign.',
  contacts: 'Contacts: one person across campaigns and channels.',
  imports: 'Imports: files of contacts.',
  agents: 'Agents and groups, and what they are doing.',
  calls: 'Offers and calls.',
  webhooks: 'Webhooks: the log of deliveries, sending again, secrets.',
  reports:
    'Reports: lists of contacts, recalls and recordings, and figures by campaign, agent and day.',
  centre: 'The centre as it is deployed, and the audit.',
} as const;
type Tag = keyof typeof TAGS;

type Optional = 'params' | 'query' | 'body' | 'problems';

const NONE = z.object({});
const NO_BODY = z.undefined();

/** A row in which nothing has to be said about what there is none of. */
export function route<
  A extends z.ZodType,
  P extends z.ZodObject = typeof NONE,
  Q extends z.ZodObject = typeof NONE,
  B extends z.ZodType = typeof NO_BODY,
>(row: Omit<Route<P, Q, B, A>, Optional> & Partial<Pick<Route<P, Q, B, A>, Optional>>) {
  const none = { params: NONE, query: NONE, body: NO_BODY, problems: [] };
  return { ...none, ...row } as Route<P, Q, B, A>;
}

/** As the gateway names it. */
export const routeKey = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  `${method} ${path}`;

/** Operations that change nothing. */
export const isRead = ({ method }: Pick<Route, 'method'>): boolean => method === 'GET';

/** Operations that are answered once under a key: those that create or do something. */
export const takesKey = ({ method, changesNothing, answersSecret }: Route): boolean =>
  method === 'POST' && changesNothing !== true && answersSecret !== true;

/** Operations that honour If-Match. */
export const checksTag = ({ etag }: Pick<Route, 'etag'>): boolean =>
  etag === 'checks' || etag === 'takes';

export const hasBody = ({ body }: Pick<Route, 'body'>): boolean => body !== NO_BODY;
