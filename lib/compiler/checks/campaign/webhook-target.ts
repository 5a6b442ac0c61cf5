import type { Check } from '../check-facts.ts';
import { webhooksOf } from '../webhooks-of.ts';

/** An address of one kind, and only what goes with it (WHK-2, WHK-4). */
export const webhookTarget: Check = function* ({ definitions, gaps, places }) {
  for (const { name, path, webhook } of webhooksOf(definitions)) {
    const { url, email, secret, language } = webhook;
    if (!['url', 'email'].every((key) => gaps.isWhole([...path, key]))) continue;
    if (url === undefined && email === undefined) {
      yield { at: places.keyAt(path), message: `${name} has neither 'url' nor 'email'` };
    } else if (url !== undefined && email !== undefined) {
      yield { at: places.keyAt([...path, 'email']), message: `${name} has both 'url' and 'email'` };
    } else if (url === undefined && secret !== undefined) {
      yield { at: places.keyAt([...path, 'secret']), message: `${name} signs no e-mails` };
    } else if (email === undefined && language !== undefined) {
      yield { at: places.keyAt([...path, 'language']), message: `${name} sends no e-mails` };
    }
  }
};
