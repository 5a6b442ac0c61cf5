// Prompts: which of the four sources an action uses, and roughly how long the prompt lasts.

import type { JsonObject } from '../../compiler/json.ts';
import { isObject } from '../../compiler/json.ts';
import type { Prompt } from './effects.ts';
import { NotEmulated } from './not-emulated.ts';
import { asText, readText, readValue, type Sources } from './values.ts';

/** A calm synthetic voice; accurate enough for the timing of a call. */
const CHARACTERS_PER_SECOND = 15;

export interface Speech {
  readonly prompt: Prompt;
  readonly ms: number | undefined;
}

export function readSpeech(parameters: JsonObject, sources: Sources): Speech {
  const prompt = readPrompt(parameters, sources);
  return { prompt, ms: estimatedMs(prompt) };
}

function readPrompt(parameters: JsonObject, sources: Sources): Prompt {
  const { Text, SSML, PromptId, Media } = parameters;
  if (typeof Text === 'string') return { kind: 'text', text: readText(Text, sources) };
  if (typeof SSML === 'string') return { kind: 'ssml', ssml: readText(SSML, sources) };
  if (typeof PromptId === 'string') {
    return { kind: 'recording', promptId: readText(PromptId, sources) };
  }
  if (isObject(Media)) return { kind: 'audio', uri: asText(readValue(Media.Uri ?? '', sources)) };
  throw new NotEmulated('a prompt without Text, SSML, PromptId or Media');
}

/** Milliseconds; undefined for recordings. */
function estimatedMs(prompt: Prompt): number | undefined {
  if (prompt.kind === 'text') return spoken(prompt.text);
  if (prompt.kind === 'ssml')
    return spoken(prompt.ssml.replace(/<[^>]*>/g, '')) + breaks(prompt.ssml);
  return undefined;
}

function spoken(text: string): number {
  const letters = text.replace(/\s+/g, ' ').trim().length;
  return Math.round((letters / CHARACTERS_PER_SECOND) * 1000);
}

function breaks(ssml: string): number {
  const found = ssml.matchAll(/<break[^>]*time\s*=\s*["'](\d+(?:\.\d+)?)(ms|s)["']/g);
  return [...found].reduce(
    (sum, [, time, unit]) => sum + Number(time) * (unit === 's' ? 1000 : 1),
    0,
  );
}
