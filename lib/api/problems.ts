// What may go wrong with a request, as RFC 9457 has it: each kind with its status, what it means
// and what to do. An answer also says what it is about and, for input, where the mistake stands.
import { z } from 'zod';

interface Kind {
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
  /** Seconds after which it makes sense to try again. */
  readonly retryAfter?: number;
}

export const PROBLEMS = {
  'not-json': {
    status: 400,
    title: 'The body is not JSON.',
    remedy: 'Send JSON with the header content-type: application/json.',
  },
  'invalid-input': {
    status: 400,
    title: 'The request has mistakes.',
    remedy: 'Correct what `errors` lists; each has the place of the mistake.',
  },
  'not-allowed': {
    status: 403,
    title: 'You may not do this.',
    remedy: 'Ask an administrator for the role or the scope named in `detail`.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such thing.',
    remedy: 'Check the id; lists show those that exist.',
  },
  'not-possible': {
    status: 409,
    title: 'This is not possible as things stand.',
    remedy: 'Settle what `errors` lists and try again.',
  },
  'key-reused': {
    status: 409,
    title: 'Another request had this Idempotency-Key.',
    remedy: 'Send each request with a key of its own; repeat one with the same body.',
  },
  'in-progress': {
    status: 409,
    title: 'The request with this Idempotency-Key is being carried out.',
    remedy: 'Try again after the seconds in Retry-After: the answer will be the same.',
    retryAfter: 1,
  },
  'too-many-requests': {
    status: 429,
    title: 'You change more in a short time than one caller may.',
    remedy: 'Go on after the seconds in Retry-After; add and change many records in one request.',
  },
  contended: {
    status: 409,
    title: 'Others kept changing the same thing.',
    remedy: 'Try again.',
    retryAfter: 1,
  },
  outdated: {
    status: 412,
    title: 'It was changed since you read it.',
    remedy: 'Read it again and repeat the change with the new ETag in If-Match.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large.',
    remedy: 'Send less at once.',
  },
  'not-json-type': {
    status: 415,
    title: 'The body has the wrong content type.',
    remedy: 'Send the header content-type: application/json.',
  },
  unavailable: {
    status: 503,
    title: 'A service this needs does not answer.',
    remedy: 'Try again after the seconds in Retry-After.',
    retryAfter: 2,
  },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Where in the request: a JSON pointer into its body, or the name of a parameter. */
const Mistake = z.object({
  pointer: z
    .string()
    .describe(
      'JSON pointer into the body (/phones/0), or query/<name>, path/<name>, header/<name>',
    ),
  detail: z.string(),
});
export type Mistake = z.output<typeof Mistake>;

/** The body of every answer that is no success. */
export const ProblemBody = z.object({
  type: z.string().describe('urn:ringback:problem:<code>'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  remedy: z.string(),
  instance: z.string().describe('urn:ringback:request:<id>, for questions about this request'),
  errors: z.array(Mistake).optional(),
});

export interface Problem {
  readonly problem: ProblemCode;
  readonly detail?: string | undefined;
  readonly errors?: readonly Mistake[] | undefined;
  /** Seconds; instead of those of the kind. */
  readonly retryAfter?: number | undefined;
}

/** One problem and, where there are some, the reasons one by one. */
export function problem(code: ProblemCode, detail?: string, errors?: readonly Mistake[]): Problem {
  return { problem: code, detail, errors };
}

export const noSuchCall: Problem = problem('not-found', 'the record has no such call');
export const noScript: Problem = problem('not-found', 'no script belongs to the call');

/** What a use case refusedFor, reason by reason. */
export const refusedFor = (reasons: readonly string[]): Problem =>
  problem('not-possible', reasons.join('; '));

export function problemResponse(request: string, answer: Problem) {
  const { problem: code, detail, errors } = answer;
  const kind: Kind = PROBLEMS[code];
  const { status, title, remedy } = kind;
  const retryAfter = answer.retryAfter ?? kind.retryAfter;
  const body = {
    type: `urn:ringback:problem:${code}`,
    title,
    status,
    code,
    detail,
    remedy,
    instance: `urn:ringback:request:${request}`,
    errors,
  };
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  };
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  return { status, headers, body: JSON.stringify(body) };
}
