import type { Check } from '../check-facts.ts';
import { callTemplates, messageTemplates } from '../templates.ts';

/**
 * The filter `date` replaces %d, %m, %Y and %y; anything else is sent as it is written (CBR-12).
 */
export const datePattern: Check = function* (facts) {
  for (const { text, at } of [...messageTemplates(facts), ...callTemplates(facts)]) {
    for (const [, , pattern = ''] of text.matchAll(/\|\s*date\s*:\s*(["'])(.*?)\1/g)) {
      const [code] = pattern.match(/%[^dmYy]|%$/) ?? [];
      if (code !== undefined) {
        yield { at, message: `'${code}' in the date pattern '${pattern}' would be sent as it is` };
      } else if (!pattern.includes('%')) {
        yield { at, message: `the date pattern '${pattern}' would be sent as it is` };
      }
    }
  }
};
