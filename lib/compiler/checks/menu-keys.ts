import { diagnostic } from '../../language/diagnostic-codes.ts';
import { blockPath, blocksOfKind, type Check } from './check-facts.ts';

/** A menu offers something (IVR-14). */
export const menuKeys: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, id, { keys }] of blocksOfKind(definitions, 'menu')) {
    if (Object.keys(keys).length > 0) continue;
    if (!gaps.isWhole([...blockPath(ivr, id), 'keys'])) continue;
    const at = places.keyAt([...blockPath(ivr, id), 'keys']);
    yield diagnostic('menu-without-keys', at, `menu '${id}' offers no key`);
  }
};
