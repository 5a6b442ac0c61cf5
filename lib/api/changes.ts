// What every change goes through: a key under which it was answered before is answered the same,
// and what was done is written to the audit.
import { createHash } from 'node:crypto';
import type { Audit } from '../application/ports/audit.ts';
import type { CallerRates } from '../application/ports/caller-rates.ts';
import type { Clock } from '../application/ports/clock.ts';
import type { GivenAnswers } from '../application/ports/given-answers.ts';
import type { HttpAnswer, HttpRequest } from '../application/tasks/api-tasks.ts';
import { instant } from '../domain/model/instant.ts';
import type { Caller } from './caller.ts';
import { nameOf } from './caller.ts';
import type { Answered } from './handler.ts';
import { type Problem, type ProblemCode, problem, problemResponse } from './problems.ts';

export interface ChangePorts {
  readonly clock: Clock;
  readonly audit: Audit;
  readonly givenAnswers: GivenAnswers;
  readonly callerRates: CallerRates;
}

const KEY = 'idempotency-key';
const LONGEST_KEY = 200;

/** Changes of one caller in a window of so many seconds: a program run wild stops no other. */
export const MOST_CHANGES = 300;
const WINDOW = 10;

/** One change too many of the caller; undefined while there is room. */
export async function overRate(
  caller: Caller,
  { clock, callerRates }: ChangePorts,
): Promise<Problem | undefined> {
  const now = clock.now();
  const length = WINDOW * 1000;
  const window = instant(Math.floor(now / length) * length);
  const count = await callerRates.count(nameOf(caller), window);
  if (count <= MOST_CHANGES) return undefined;
  const retryAfter = Math.max(1, Math.ceil((window + length - now) / 1000));
  const detail = `more than ${MOST_CHANGES} changes in ${WINDOW} s`;
  return { ...problem('too-many-requests', detail), retryAfter };
}

/** Answers that say nothing about the request: the next one under the key is carried out. */
const FLEETING: readonly (ProblemCode | undefined)[] = ['contended', 'unavailable', 'outdated'];

interface Change {
  readonly request: HttpRequest;
  readonly caller: Caller;
  /** Whether it takes a key; putting and deleting twice is the same as once. */
  readonly takesKey: boolean;
  /** Does it. */
  readonly answer: () => Promise<{
    readonly response: HttpAnswer;
    readonly problem?: ProblemCode | undefined;
  }>;
}

/** The answer to a change, or the one it was given before. */
export async function answeredOnce(
  { request, caller, takesKey, answer }: Change,
  { clock, givenAnswers }: ChangePorts,
): Promise<HttpAnswer> {
  const given = takesKey ? request.headers[KEY] : undefined;
  if (given === undefined) return (await answer()).response;
  const because = againstKey(given);
  if (because !== undefined) return problemResponse(request.request, because);
  const key = digest([nameOf(caller), given]);
  const { route, params, query, body = '' } = request;
  const before = await givenAnswers.begin(key, digest([route, params, query, body]), clock.now());
  if (before.kind === 'answered')
    return { ...before.answer, headers: { ...before.answer.headers, [REPLAYED]: 'true' } };
  if (before.kind !== 'none') return problemResponse(request.request, TAKEN[before.kind]);
  const done = await answer().catch(async (error: unknown) => {
    await givenAnswers.forget(key);
    throw error;
  });
  if (FLEETING.includes(done.problem)) await givenAnswers.forget(key);
  else await givenAnswers.answered(key, done.response);
  return done.response;
}

const REPLAYED = 'idempotency-replayed';

const TAKEN: Readonly<Record<'under-way' | 'other', Problem>> = {
  'under-way': problem('in-progress'),
  other: problem('key-reused'),
};

function againstKey(key: string): Problem | undefined {
  if (key.length <= LONGEST_KEY && /^[\x21-\x7e]+$/.test(key)) return undefined;
  const detail = `1 to ${LONGEST_KEY} characters of ASCII without blanks`;
  return problem('invalid-input', undefined, [{ pointer: `header/${KEY}`, detail }]);
}

const digest = (parts: unknown): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Writes down a change that was made; one that changed nothing is none. */
export async function noteChange(
  operation: string,
  request: HttpRequest,
  caller: Caller,
  { answered, status }: { readonly answered: Answered<unknown>; readonly status: number },
  { clock, audit }: ChangePorts,
): Promise<void> {
  const { changed } = answered;
  if (changed === undefined) return;
  const { campaign, record } = request.params;
  await audit.append({
    at: clock.now(),
    id: request.request,
    by: nameOf(caller),
    operation,
    campaign,
    record,
    from: changed.from,
    to: changed.to,
    status,
  });
}
