// Compares what a test of an IVR expects of a call with its outcome.
import type { IvrExpectation } from '../../language/schema/ivr-test.ts';

export interface CallReport {
  readonly path: readonly string[];
  readonly hears: readonly string[];
  readonly queue: string | undefined;
  readonly priority: number | undefined;
  readonly agent: string | undefined;
  readonly message: boolean;
  readonly ends: string;
  /** Local time of the call back; undefined when none is set. */
  readonly callback: string | undefined;
  readonly record: 'known' | 'new';
  readonly survey: boolean;
  readonly window: string;
  readonly ticket: string;
}

export interface CallMismatch {
  readonly of: keyof CallReport;
  readonly expected: string;
  readonly actual: string;
}

export function callMismatches(
  expected: IvrExpectation,
  came: CallReport,
): readonly CallMismatch[] {
  const compared: readonly (readonly [keyof CallReport, string | undefined, string])[] = [
    ['path', expected.path?.join(' > '), came.path.join(' > ')],
    ['queue', expected.queue, came.queue ?? 'none'],
    ['priority', expected.priority?.toString(), came.priority?.toString() ?? 'none'],
    ['agent', expected.agent, came.agent ?? 'none'],
    ['message', expected.message?.toString(), String(came.message)],
    ['ends', expected.ends, came.ends],
    ['callback', expected.callback, callBack(expected.callback, came.callback)],
    ['record', expected.record, came.record],
    ['survey', expected.survey?.toString(), String(came.survey)],
    ['window', expected.window, came.window],
    ['ticket', expected.ticket, came.ticket],
  ];
  const found = compared.flatMap(([of, wanted, actual]) =>
    wanted === undefined || wanted === actual ? [] : [{ of, expected: wanted, actual }],
  );
  const unheard = notHeard(expected.hears ?? [], came.hears);
  if (unheard === undefined) return found;
  return [...found, { of: 'hears', expected: unheard, actual: came.hears.join(' | ') }];
}

/** "set" matches any time. */
function callBack(expected: string | undefined, came: string | undefined): string {
  if (came === undefined) return 'none';
  return expected === 'set' ? 'set' : came;
}

/** The first part that was not heard after those before it. */
function notHeard(parts: readonly string[], heard: readonly string[]): string | undefined {
  let from = 0;
  for (const part of parts) {
    const at = heard.findIndex((text, index) => index >= from && text.includes(part));
    if (at < 0) return part;
    from = at;
  }
  return undefined;
}
