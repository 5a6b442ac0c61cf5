// The caller of a test: does what is written, one act after the other. A wait lasts as long as it
// says, or until the flow asks for something; where a key is asked for and nothing more is written,
// the caller hangs up. The keys of one act are typed in one go: the block that asks takes what it
// needs, and the rest is lost, as in Connect (docs/service-notes.md).
import type { CallerAct } from '../../language/schema/ivr-test.ts';
import type { DigitsAct, IvrCaller, KeyAct, MessageAct, OutsideAct, WaitAct } from './caller.ts';

export interface ScriptedCaller extends IvrCaller {
  /** What is left of the script, because the call had ended. */
  readonly left: () => readonly CallerAct[];
}

/** Seconds a conversation lasts when the script does not say. */
const TALK = 60;

/** @param outside whether a call forwarded to an outside number is answered */
export function callerFollowing(
  script: readonly CallerAct[],
  outside: 'answers' | 'no answer',
): ScriptedCaller {
  const acts = [...script];
  const next = () => acts[0];
  /** A wait ends when the flow asks for something. */
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
      return { kind: 'pressed', key: act.keys.charAt(0) };
    },

    async digits(): Promise<DigitsAct> {
      const act = nextBesideWaiting();
      if (act?.kind === 'says-nothing') return { kind: 'silence' };
      if (act?.kind !== 'presses') return hangsUp;
      return { kind: 'typed', keys: act.keys };
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
