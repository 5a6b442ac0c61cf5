// What a caller hears, as text: recordings by their name, of SSML the words.
import type { Prompt } from '../connect/effects.ts';

export function heardText(prompt: Prompt): string {
  switch (prompt.kind) {
    case 'text':
      return prompt.text;
    case 'ssml':
      return prompt.ssml.replace(/<[^>]*>/g, '').trim();
    case 'recording':
      return prompt.promptId;
    case 'audio':
      return prompt.uri;
  }
}
