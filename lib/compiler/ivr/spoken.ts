// What callers hear, as Connect expects it: a text with paths to values in it, or a prompt.
import type { Say } from '../../language/schema/ivr.ts';
import type { JsonObject } from '../json.ts';
import type { References } from './compiled-ivr.ts';
import { valuePath } from './flow-attributes.ts';

/**
 * A value, and what follows it if Connect would read that as part of the path; it does not read a
 * final full stop so.
 */
const VALUE = /\{\{-?\s*([a-z][a-z0-9-]*)\s*-?\}\}(?=((?:\.?[\p{L}\p{N}_-]|[[{])?))/gu;

export function spoken(say: Say, references: Pick<References, 'prompt'>): JsonObject {
  return typeof say === 'string'
    ? { Text: spokenText(say) }
    : { PromptId: references.prompt(say.recording) };
}

/**
 * Values become paths, separated from what would extend them; text of the author that looks like a
 * path is broken up.
 */
export function spokenText(text: string): string {
  return text
    .replace(/\$\.(?=[A-Za-z])/g, '$ .')
    .replace(VALUE, (_, name: string, behind: string) => valuePath(name) + (behind && ' '));
}

/** The longest single pause of Polly. */
const LONGEST_BREAK_SECONDS = 10;

export function silence(seconds: number): JsonObject {
  const whole = Math.floor(seconds / LONGEST_BREAK_SECONDS);
  const rest = seconds % LONGEST_BREAK_SECONDS;
  const breaks = [...Array<number>(whole).fill(LONGEST_BREAK_SECONDS), ...(rest > 0 ? [rest] : [])];
  return { SSML: `<speak>${breaks.map((time) => `<break time="${time}s"/>`).join('')}</speak>` };
}

/** The only tone Polly has is the one that covers expletives. */
export const BEEP: JsonObject = {
  SSML: '<speak><say-as interpret-as="expletive">beep</say-as></speak>',
};
