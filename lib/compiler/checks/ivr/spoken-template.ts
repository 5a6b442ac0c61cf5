import { readTemplate } from '../../../domain/messaging/message-text.ts';
import type { Check } from '../check-facts.ts';
import { callTemplates } from '../templates.ts';

/** A spoken text has values and nothing else of Liquid: Connect fills them in itself (IVR-21). */
export const spokenTemplate: Check = function* (facts) {
  for (const { text, at, isSpoken } of callTemplates(facts)) {
    if (!isSpoken || readTemplate(text).kind === 'broken') continue;
    const part = beyondValues(text);
    if (part === undefined) continue;
    yield { at, message: `${part} cannot be spoken: only plain values can` };
  }
};

/** The first tag, or output that is more than a value. */
function beyondValues(text: string): string | undefined {
  const found = text.match(/\{%.*?%\}|\{\{.*?\}\}/gs) ?? [];
  return found.find((part) => !/^\{\{-?\s*[a-z][a-z0-9-]*\s*-?\}\}$/.test(part));
}
