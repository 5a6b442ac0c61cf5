// What a caller hears, as text: the name of a recording, the words of SSML.
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
