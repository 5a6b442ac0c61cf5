// How a flow ends when it cannot go on: with a word, because a call that is cut off without one
// looks like a fault to the caller.
import { terminal } from '../flows/compose-flow.ts';
import type { Action } from '../flows/flow.ts';
import { SPOKEN_TEXTS } from '../flows/spoken-texts.ts';
import type { CallFacts } from './call-facts.ts';
import { count, say } from './ivr-actions.ts';

export const SORRY = 'End.sorry';
export const HANG_UP = 'End.hang-up';

export function endingActions({ language }: CallFacts): readonly Action[] {
  return [
    say(SORRY, { Text: SPOKEN_TEXTS[language].apology }, HANG_UP),
    terminal(HANG_UP, 'DisconnectParticipant'),
  ];
}

/**
 * Callers who are two machines would turn in an IVR for ever, at our expense. The most a Loop
 * counts to.
 */
const MOST_ROUNDS = 100;

/** Counts the rounds of a loop at its head. */
export function countRounds(id: string, head: string): Action {
  return count(id, MOST_ROUNDS, { again: head, done: SORRY });
}
