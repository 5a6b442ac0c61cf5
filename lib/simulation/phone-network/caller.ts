// Somebody who calls: what they press and key in when asked, how long they wait, whether they leave
// a message. A caller acts as a script says or by chance; either way a pure function of the seed
// and the call.
import { between, type Random } from '../random.ts';
import type { CallerBehaviour } from './behaviour.ts';
import { drawDuration } from './callee.ts';

/** What a flow wants of a caller. */
export type Question =
  | { readonly kind: 'menu'; readonly keys: readonly string[] }
  | { readonly kind: 'digits'; readonly longest: number };

/** Lengths in milliseconds. */
type Reaction =
  | { readonly kind: 'keys'; readonly keys: string; readonly after: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'hangs-up'; readonly after: number };

export interface SimulatedCaller {
  /** Called once per question, in turn. */
  answer(question: Question): Reaction;
  /** How long without an agent until they hang up, milliseconds from the moment they wait. */
  readonly patience: number;
  /** How long they talk with an agent, and whether they end it. */
  readonly talk: number;
  readonly endsTalk: boolean;
  /**
   * How long their message for a voicemail is, milliseconds; 0: they say nothing and hang up at the
   * tone.
   */
  readonly message: number;
  /** Presses a key after the message instead of hanging up. */
  readonly staysAfterMessage: boolean;
}

/**
 * What a scripted caller does; times in seconds. Whatever is missing is as the behaviour has it on
 * the average.
 */
export interface CallerScript {
  /** Answers to the questions in turn; undefined: says nothing. After the last they say nothing. */
  readonly keys?: readonly (string | undefined)[];
  readonly patience?: number;
  readonly talk?: number;
  readonly endsTalk?: boolean;
  readonly message?: number;
  readonly staysAfterMessage?: boolean;
  /** Hangs up at this question, counted from 0. */
  readonly hangsUpAt?: number;
}

export function callerFromScript(
  script: CallerScript,
  behaviour: CallerBehaviour,
): SimulatedCaller {
  const { keys = [], hangsUpAt } = script;
  const after = behaviour.thinking.mean * 1000;
  let asked = 0;
  return {
    answer() {
      const turn = asked++;
      if (turn === hangsUpAt) return { kind: 'hangs-up', after };
      const pressed = keys[turn];
      return pressed === undefined ? { kind: 'nothing' } : { kind: 'keys', keys: pressed, after };
    },
    patience: (script.patience ?? behaviour.patience.mean) * 1000,
    talk: (script.talk ?? behaviour.talk.mean) * 1000,
    endsTalk: script.endsTalk ?? true,
    message: (script.message ?? behaviour.message.mean) * 1000,
    staysAfterMessage: script.staysAfterMessage ?? false,
  };
}

/** @param knows digits they can key in when asked, e.g. the number of a contract */
export function randomCaller(
  behaviour: CallerBehaviour,
  random: Random,
  knows: readonly string[] = [],
): SimulatedCaller {
  const { silent, wrong, hangsUpInIvr } = behaviour;
  const answer = (question: Question): Reaction => {
    const after = drawDuration(random, behaviour.thinking);
    const roll = random.next();
    if (roll < hangsUpInIvr) return { kind: 'hangs-up', after };
    if (roll < hangsUpInIvr + silent) return { kind: 'nothing' };
    const keys =
      question.kind === 'menu'
        ? pressed(question.keys, wrong, random)
        : keyed(question, knows, random);
    return keys === undefined ? { kind: 'nothing' } : { kind: 'keys', keys, after };
  };
  const leaves = random.next() < behaviour.leavesMessage;
  return {
    answer,
    patience: drawDuration(random, behaviour.patience),
    talk: drawDuration(random, behaviour.talk),
    endsTalk: random.next() < behaviour.hangsUp,
    message: leaves ? drawDuration(random, behaviour.message) : 0,
    staysAfterMessage: random.next() < 0.2,
  };
}

const ALL_KEYS = '123456789*0#';

/** The choices of a menu are equally popular; a few press what is not offered. */
function pressed(offered: readonly string[], wrong: number, random: Random): string | undefined {
  const others = [...ALL_KEYS].filter((key) => !offered.includes(key));
  const from = random.next() < wrong ? others : offered;
  return from[Math.floor(random.next() * from.length)];
}

/** What they know and what fits best, else a number that comes to mind. */
function keyed(
  { longest }: { readonly longest: number },
  knows: readonly string[],
  random: Random,
): string {
  const fitting = knows.filter((digits) => digits.length <= longest);
  const best = fitting.toSorted((a, b) => b.length - a.length)[0];
  if (best !== undefined) return best;
  const digits = Array.from({ length: Math.min(longest, 9) }, () =>
    String(Math.floor(between(random, 0, 10))),
  );
  return digits.join('');
}
