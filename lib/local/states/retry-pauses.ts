// Retries on simulated time. The interpreter waits on the wall clock between retries, so its own
// pauses are 0.
import { isList, isObject, type JsonObject } from '../json.ts';

/**
 * How long to wait before the interpreter retries a failed task. The interpreter would sleep on the
 * wall clock, so its pauses are set to nothing and the failing task itself sleeps on simulated time
 * before it fails. Jitter is left out: the longest pause is taken.
 */
export class RetryPauses {
  private readonly attempts = new Map<string, number>();

  /** @returns simulated ms, 0 when the error is not retried (any more) */
  pauseFor(stateName: string, state: JsonObject, errorName: string): number {
    for (const [index, retrier] of (isList(state.Retry) ? state.Retry : []).entries()) {
      if (!isObject(retrier) || !matchesError(retrier, errorName)) continue;
      const key = `${stateName}#${index}`;
      const made = this.attempts.get(key) ?? 0;
      if (made >= Number(retrier.MaxAttempts ?? 3)) break;
      this.attempts.set(key, made + 1);
      const grown = Number(retrier.IntervalSeconds ?? 1) * Number(retrier.BackoffRate ?? 2) ** made;
      return Math.min(grown, Number(retrier.MaxDelaySeconds ?? grown)) * 1000;
    }
    this.left(stateName);
    return 0;
  }

  /** The state has been left: its retries start from zero when it is entered again. */
  left(stateName: string): void {
    for (const key of this.attempts.keys())
      if (key.startsWith(`${stateName}#`)) this.attempts.delete(key);
  }
}

function matchesError(retrier: JsonObject, errorName: string): boolean {
  const names = isList(retrier.ErrorEquals) ? retrier.ErrorEquals.map(String) : [];
  return names.some(
    (name) => name === errorName || name === 'States.ALL' || name === 'States.TaskFailed',
  );
}
