// A request to Connect for a call, made once (DIA-7): Connect's ClientToken would start a second
// call once the first has ended, so it is recorded that Connect is asked before it is. What a run
// that died in between has left is reported by Connect's events, or ended by the sweeper. Only when
// Connect has placed nothing for certain may it be asked again.

import type { Attempt } from '../../domain/model/attempt.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { Change } from '../../domain/model/change.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Ports } from '../ports/ports.ts';
import type { Dialed } from '../ports/telephony.ts';
import { Fault } from '../tasks/faults.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = Pick<Ports, 'records'>;

export interface LoadedAttempt {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
}

/** What follows from an attempt as it is; undefined when nothing does. */
type ChangeOf = (loaded: LoadedAttempt) => Change | undefined;

export async function loadAttempt(
  { ref, attempt }: AttemptRef,
  { records }: Needs,
): Promise<LoadedAttempt | undefined> {
  const [record, found] = await Promise.all([records.load(ref), records.loadAttempt(ref, attempt)]);
  return record && found && { record, attempt: found };
}

/**
 * Commits what follows from the newest state.
 * @param known the state a moment ago: it is tried first, its version shows whether it still holds
 */
export function commitAttempt(
  call: AttemptRef,
  ports: Needs,
  change: ChangeOf,
  known?: LoadedAttempt,
): Promise<'done' | 'known already'> {
  let first = known;
  return untilCommitted(`record ${call.ref.record}`, async () => {
    const loaded = first ?? (await loadAttempt(call, ports));
    first = undefined;
    const wanted = loaded && change(loaded);
    if (wanted === undefined) return 'known already';
    const committed = await ports.records.commit(wanted);
    return committed === 'committed' ? 'done' : 'conflict';
  });
}

export interface OnceAsked {
  /** Records that Connect is about to be asked; undefined when it was before. */
  readonly record: ChangeOf;
  /** Takes that back. */
  readonly takeBack: ChangeOf;
  readonly ask: () => Promise<Dialed>;
}

export interface AskedOnce {
  /** The record and its attempt with the request recorded. */
  readonly loaded: LoadedAttempt;
  readonly dialed: Dialed;
}

/** undefined when another run has asked, or nothing is to be asked any more. */
export async function askOnce(
  call: AttemptRef,
  ports: Needs,
  { record, takeBack, ask }: OnceAsked,
  known?: LoadedAttempt,
): Promise<AskedOnce | undefined> {
  let recorded: LoadedAttempt | undefined;
  const recording: ChangeOf = (loaded) => {
    const change = record(loaded);
    recorded = change && { record: change.after, attempt: change.attempt?.after ?? loaded.attempt };
    return change;
  };
  const committed = await commitAttempt(call, ports, recording, known);
  if (committed !== 'done' || recorded === undefined) return undefined;
  try {
    return { loaded: recorded, dialed: await ask() };
  } catch (error) {
    if (error instanceof Fault && error.name === 'TelephonyUnavailable') {
      await commitAttempt(call, ports, takeBack);
    }
    throw error;
  }
}
