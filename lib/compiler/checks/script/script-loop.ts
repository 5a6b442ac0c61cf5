import { reachedFrom } from '../../graph.ts';
import type { Check } from '../check-facts.ts';
import { following, pagePath } from '../scripts.ts';

/** No page leads back to itself, over whatever other pages (DIA-5). Each loop is reported once. */
export const scriptLoop: Check = function* ({ definitions, places }) {
  for (const [id, script] of Object.entries(definitions.scripts)) {
    const next = following(script);
    const after = (page: string) => reachedFrom(next(page), next);
    const reported = new Set<string>();
    for (const page of Object.keys(script.pages)) {
      const reached = after(page);
      if (reported.has(page) || !reached.has(page)) continue;
      const loop = Object.keys(script.pages).filter(
        (other) => reached.has(other) && after(other).has(page),
      );
      for (const one of loop) reported.add(one);
      const names = loop.map((one) => `'${one}'`).join(', ');
      const message =
        loop.length === 1 ? `page ${names} leads to itself` : `pages lead to each other: ${names}`;
      yield { at: places.keyAt(pagePath(id, page)), message };
    }
  }
};
