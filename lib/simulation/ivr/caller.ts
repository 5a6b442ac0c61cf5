// Who is on the line: the script of a test, or a person at a terminal. Asked when the call waits
// for them, so that simulated time passes with what they do.
import type { DigitRules } from '../connect/effects.ts';

interface KeyAsked {
  /** Keys that lead somewhere. */
  readonly keys: readonly string[];
  /** Seconds until silence counts as the answer. */
  readonly wait: number;
}

interface Waiting {
  /** Id of the queue, or user name of the agent whose own queue it is. */
  readonly target: string;
  /** Seconds until the flow continues; undefined: only an agent can end the wait. */
  readonly interval: number | undefined;
}

export interface HangsUp {
  readonly kind: 'hangs-up';
  /** Seconds until then. */
  readonly after: number;
}

export type KeyAct = { readonly kind: 'pressed'; readonly key: string } | Silence | HangsUp;
export type DigitsAct = { readonly kind: 'typed'; readonly keys: string } | Silence | HangsUp;
type Silence = { readonly kind: 'silence' };

export type WaitAct =
  /** The whole interval is over. */
  | { readonly kind: 'waited' }
  /** An agent answers after so many seconds and talks that long. */
  | {
      readonly kind: 'answered';
      readonly after: number;
      readonly by: string | undefined;
      readonly talk: number;
    }
  /** The test ends here, with the caller still in the queue. */
  | { readonly kind: 'stays'; readonly after: number }
  | HangsUp;

export type MessageAct = {
  /** Seconds of message. */
  readonly seconds: number;
  readonly ends: 'key' | 'silence' | 'hangs-up';
};

export type OutsideAct =
  | { readonly kind: 'talked'; readonly seconds: number }
  | { readonly kind: 'no-answer' }
  /** The test ends here, with the caller connected. */
  | { readonly kind: 'stays' }
  | HangsUp;

export interface IvrCaller {
  key(asked: KeyAsked): Promise<KeyAct>;
  digits(rules: DigitRules): Promise<DigitsAct>;
  /** @param longest seconds */
  message(longest: number): Promise<MessageAct>;
  waits(waiting: Waiting): Promise<WaitAct>;
  outside(number: string, ringFor: number): Promise<OutsideAct>;
}
