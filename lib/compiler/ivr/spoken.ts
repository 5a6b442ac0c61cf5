// What callers hear, as Connect takes it: a text with paths of values in it, or a prompt.
import type { Say } from '../../language/schema/ivr.ts';
import type { JsonObject } from '../flows/flow.ts';
import type { References } from './compiled-ivr.ts';
import { valuePath } from './flow-attributes.ts';

/**
 * A value, and what stands behind it if it would be read as part of its path; the dot that ends a
 * sentence would not.
 */
const VALUE = /\{\{-?\s*([a-z][a-z0-9-]*)\s*-?\}\}(?=((?:\.?[\p{L}\p{N}_-]|[[{])?))/gu;

export function spoken(say: Say, references: Pick<References, 'prompt'>): JsonObject {
  return typeof say === 'string'
    ? { Text: spokenText(say) }
    : { PromptId: references.prompt(say.recording) };
}

/**
 * Values become paths, set apart from what would lengthen them; what looks like a path of the
 * author's is taken apart.
 */
export function spokenText(text: string): string {
  return text
    .replace(/\$\.(?=[A-Za-z])/g, '$ .')
    .replace(VALUE, (_, name: string, behind: string) => valuePath(name) + (behind && ' '));
}

/** Polly pauses ten seconds at most at once. */
const LONGEST_BREAK_SECONDS = 10;

export function silence(seconds: number): JsonObject {
  const whole = Math.floor(seconds / LONGEST_BREAK_SECONDS);
  const rest = seconds % LONGEST_BREAK_SECONDS;
  const breaks = [...Array<number>(whole).fill(LONGEST_BREAK_SECONDS), ...(rest > 0 ? [rest] : [])];
  return { SSML: `<speak>${breaks.map((time) => `<break time="${time}s"/>`).join('')}</speak>` };
}

/** Polly has no tone of its own but the one that covers expletives. */
export const BEEP: JsonObject = {
  SSML: '<speak><say-as interpret-as="expletive">beep</say-as></speak>',
};
