// The caller of a test: does what is written, one thing after the other. A wait lasts as long as it
// says, or until the flow asks for something; where a key is asked for and nothing more is written,
// the caller hangs up.
import type { CallerAct } from '../../language/schema/ivr-test.ts';
import { readEntry } from '../connect/digit-entry.ts';
import type { Caller, DigitsAct, KeyAct, MessageAct, OutsideAct, WaitAct } from './caller.ts';

export interface ScriptedCaller extends Caller {
  /** What was never done, because the call had ended. */
  readonly left: () => readonly CallerAct[];
}

/** Seconds people talk who are not told how long. */
const TALK = 60;

/** @param outside what becomes of a call forwarded to an outside number */
export function scriptedCaller(
  script: readonly CallerAct[],
  outside: 'answers' | 'no answer',
): ScriptedCaller {
  const acts = [...script];
  const next = () => acts[0];
  /** A wait that is not over when something is asked has been long enough. */
  const nextBesideWaiting = (): CallerAct | undefined => {
    while (next()?.kind === 'waits') acts.shift();
    return acts.shift();
  };
  const hangsUp = { kind: 'hangs-up', after: 0 } as const;
  return {
    left: () => acts,

    async key(): Promise<KeyAct> {
      const act = nextBesideWaiting();
      if (act?.kind === 'says-nothing') return { kind: 'silence' };
      if (act?.kind !== 'presses') return hangsUp;
      const [key = '', ...others] = act.keys;
      if (others.length > 0) acts.unshift({ kind: 'presses', keys: others.join('') });
      return { kind: 'pressed', key };
    },

    async digits(rules): Promise<DigitsAct> {
      const act = nextBesideWaiting();
      if (act?.kind === 'says-nothing') return { kind: 'silence' };
      if (act?.kind !== 'presses') return hangsUp;
      const taken = entryOf(act.keys, (keys) => readEntry(keys, rules).ended);
      if (taken.length < act.keys.length) {
        acts.unshift({ kind: 'presses', keys: act.keys.slice(taken.length) });
      }
      return { kind: 'typed', keys: taken };
    },

    async message(): Promise<MessageAct> {
      const act = nextBesideWaiting();
      if (act?.kind === 'says-nothing') return { seconds: 0, ends: 'silence' };
      if (act?.kind !== 'leaves-message') return { seconds: 0, ends: 'hangs-up' };
      const after = next();
      if (after?.kind === 'presses' || after?.kind === 'says-nothing') {
        acts.shift();
        return { seconds: act.seconds, ends: after.kind === 'presses' ? 'key' : 'silence' };
      }
      if (after?.kind === 'hangs-up') acts.shift();
      return { seconds: act.seconds, ends: 'hangs-up' };
    },

    async waits({ interval = Number.POSITIVE_INFINITY }): Promise<WaitAct> {
      let after = 0;
      for (;;) {
        const act = next();
        if (act === undefined) return { kind: 'stays', after };
        if (act.kind === 'waits') {
          const rest = after + act.seconds - interval;
          if (rest >= 0) {
            if (rest > 0) acts[0] = { kind: 'waits', seconds: rest };
            else acts.shift();
            return { kind: 'waited' };
          }
          after += act.seconds;
          acts.shift();
          continue;
        }
        if (act.kind === 'hangs-up' || act.kind === 'is-answered') acts.shift();
        if (act.kind === 'hangs-up') return { kind: 'hangs-up', after };
        if (act.kind === 'is-answered') {
          return { kind: 'answered', after, by: act.by, talk: act.seconds };
        }
        // What follows is a key or a message: the caller waits until the flow asks for it.
        if (interval === Number.POSITIVE_INFINITY) return { kind: 'stays', after };
        return { kind: 'waited' };
      }
    },

    async outside(): Promise<OutsideAct> {
      if (outside === 'no answer') return { kind: 'no-answer' };
      const act = nextBesideWaiting();
      if (act === undefined) return { kind: 'stays' };
      if (act.kind === 'is-answered') return { kind: 'talked', seconds: act.seconds };
      if (act.kind === 'hangs-up') return { kind: 'hangs-up', after: TALK };
      acts.unshift(act);
      return { kind: 'talked', seconds: TALK };
    },
  };
}

/** As many keys as make up one entry. */
function entryOf(keys: string, isOver: (keys: string) => boolean): string {
  for (let length = 1; length < keys.length; length++) {
    if (isOver(keys.slice(0, length))) return keys.slice(0, length);
  }
  return keys;
}
