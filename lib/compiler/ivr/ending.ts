// How a flow ends when it cannot go on: with a word, because a call that is cut off without one
// looks like a fault to the caller.
import { terminal } from '../flows/compose-flow.ts';
import type { Action } from '../flows/flow.ts';
import { SPOKEN_TEXTS } from '../flows/spoken-texts.ts';
import { count, say } from './ivr-actions.ts';
import type { IvrContext } from './ivr-context.ts';

export const SORRY = 'End.sorry';
export const HANG_UP = 'End.hang-up';

export function endingActions({ language }: IvrContext): readonly Action[] {
  return [
    say(SORRY, { Text: SPOKEN_TEXTS[language].apology }, HANG_UP),
    terminal(HANG_UP, 'DisconnectParticipant'),
  ];
}

/**
 * Two machines talking to each other would never leave an IVR, at our expense. The most a Loop can
 * count.
 */
const MOST_ROUNDS = 100;

/** Counts the rounds of a loop at its head. */
export function countRounds(id: string, head: string): Action {
  return count(id, MOST_ROUNDS, { again: head, done: SORRY });
}
