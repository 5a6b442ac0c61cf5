import { type Check, namesAt, unlessKnown } from '../check-facts.ts';
import { pageExits } from '../scripts.ts';

/** A script begins at one of its pages, and every path leads to one (DIA-5). */
export const scriptMissingPage: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  for (const [id, script] of Object.entries(definitions.scripts)) {
    const known = namesAt(facts, script.pages, ['scripts', id, 'pages']);
    const { start } = script;
    if (gaps.isWhole(['scripts', id, 'start'])) {
      const at = places.valueAt(['scripts', id, 'start']);
      yield* unlessKnown(start, known, at, `the script begins at '${start}', which is not a page`);
    }
    for (const page of Object.keys(script.pages)) {
      for (const { to, path } of pageExits(script, id, page)) {
        const message = `page '${page}' leads to '${to}', which is not a page`;
        yield* unlessKnown(to, known, places.valueAt(path), message);
      }
    }
  }
};
