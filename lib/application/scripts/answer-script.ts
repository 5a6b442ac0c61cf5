// What an agent answers in the script of a call, kept with the call (DIA-5, INB-2).
import type { AttemptId, RecordRef } from '../../domain/model/ids.ts';
import { keepAnswers } from '../../domain/scripts/answers.ts';
import { scriptFor } from '../../domain/scripts/script-for.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = Pick<Ports, 'records' | 'definitions' | 'clock'>;

export type ScriptAnswered =
  | {
      readonly kind: 'kept' | 'unchanged';
      readonly script: string;
      readonly answers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'no-script' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** @param answers by question, those that are new; an empty one takes the answer back */
export function answerScript(
  ref: RecordRef,
  attempt: AttemptId,
  { answers, by }: { readonly answers: Readonly<Record<string, string>>; readonly by: string },
  ports: Needs,
): Promise<ScriptAnswered> {
  return untilCommitted(`record ${ref.record}`, async (): Promise<ScriptAnswered | 'conflict'> => {
    const [record, call] = await Promise.all([
      ports.records.load(ref),
      ports.records.loadAttempt(ref, attempt),
    ]);
    if (record === undefined || call === undefined) return { kind: 'missing' };
    const shown = scriptFor(ports.definitions.definitions(), call);
    if (shown === undefined) return { kind: 'no-script' };
    const now = ports.clock.now();
    const kept = keepAnswers({ record, attempt: call, shown, answers, by, now });
    if (kept.kind === 'refused') return kept;
    const answered = { kind: kept.kind, script: shown.id, answers: kept.answers };
    if (kept.kind === 'unchanged') return answered;
    return (await ports.records.commit(kept.change)) === 'committed' ? answered : 'conflict';
  });
}
