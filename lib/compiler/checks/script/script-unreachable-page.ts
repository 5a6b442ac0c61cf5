import { reachedFrom } from '../../graph.ts';
import type { Check } from '../check-facts.ts';
import { following, pagePath } from '../scripts.ts';

/** An agent can come to every page (DIA-5); a script without a start is reported as that alone. */
export const scriptUnreachablePage: Check = function* ({ definitions, gaps, places }) {
  for (const [id, script] of Object.entries(definitions.scripts)) {
    if (!(script.start in script.pages) || !gaps.isWhole(['scripts', id, 'pages'])) continue;
    const reached = reachedFrom([script.start], following(script));
    for (const page of Object.keys(script.pages)) {
      if (reached.has(page)) continue;
      yield { at: places.keyAt(pagePath(id, page)), message: `no path leads to page '${page}'` };
    }
  }
};
