// What an error of the AWS SDK means for us, decided in one place. An error that waiting may mend
// becomes a Fault, so that queues and Step Functions try again; any other is a mistake of ours and
// goes up as it came, to the dead-letter queue and the alarm.
import { Fault, type FaultName } from '../application/tasks/faults.ts';

interface ServiceError extends Error {
  readonly $fault?: 'client' | 'server';
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly code?: string;
}

const THROTTLES: ReadonlySet<string> = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'ServiceQuotaExceededException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/** No connection came about, so the service has heard nothing. */
const UNHEARD: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

/** The connection broke after the request may have been read. */
const BROKEN: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** The service's name of the error, e.g. ResourceNotFoundException. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : '');

function isThrottled(error: unknown): boolean {
  return THROTTLES.has(errorName(error)) || statusOf(error) === 429;
}

/** The service certainly did nothing: it refused before acting, or was never reached. */
export function wasNotActedOn(error: unknown): boolean {
  return isThrottled(error) || UNHEARD.has((error as ServiceError)?.code ?? '');
}

/** The service answered that the request is at fault. */
export const wasRefused = (error: unknown): boolean =>
  (error as ServiceError | undefined)?.$fault === 'client';

/** It may have acted, and the answer was lost or was an error of the service itself. */
export function isUnclear(error: unknown): boolean {
  const { code = '', $fault } = (error ?? {}) as ServiceError;
  if (isThrottled(error)) return false;
  const timedOut = ['TimeoutError', 'AbortError', 'RequestTimeout'].includes(errorName(error));
  return timedOut || BROKEN.has(code) || $fault === 'server' || (statusOf(error) ?? 0) >= 500;
}

/** The error to throw: a Fault when trying again may help, with the error as its cause. */
export function faultOf(name: FaultName, doing: string, error: unknown): unknown {
  if (!wasNotActedOn(error) && !isUnclear(error)) return error;
  return new Fault(name, `${doing}: ${errorName(error) || 'no answer'}`, { cause: error });
}

const statusOf = (error: unknown): number | undefined =>
  (error as ServiceError | undefined)?.$metadata?.httpStatusCode;

/**
 * Whether it is that error of a service, with the fields it has. Bundles know errors by their name
 * only: see ERRORS_BY_NAME in scripts/bundle.ts.
 */
export const isNamed = <E extends Error>(error: unknown, name: E['name']): error is E =>
  errorName(error) === name;
