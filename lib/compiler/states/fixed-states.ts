// The states every rule's machine has around its tiles. Their names hold a blank, which no tile id
// can, and the choice of a condition ends in "?", so that names never clash.

export const BEGIN = 'begin rule';
export const OPEN_TRAIL = 'open trail';
export const ENTER = 'enter rule';
export const COMMIT = 'commit rule';
export const DONE = 'rule applied';
export const APPLIED_BEFORE = 'applied before';
export const RECORD_GONE = 'record gone';

/** What the rule begins with, and the list of tiles passed, within the state of a run. */
export const FACTS = '$.facts';
export const TRAIL = '$.trail';

export const choiceOf = (tile: string): string => `${tile}?`;
/** What a tile asks when it is reached, and where the answer stands before it is a value. */
export const askOf = (tile: string): string => `ask ${tile}`;
export const noteOf = (tile: string): string => `note ${tile}`;
export const answerTo = (tile: string): string => `$.asked['${tile}']`;
export const seenBy = (tile: string): string => `${FACTS}.values['${tile}']`;
