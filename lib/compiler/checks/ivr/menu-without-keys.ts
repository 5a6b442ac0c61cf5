import { blockPath, blocksOfKind, type Check } from '../check-facts.ts';

/** A menu offers something (IVR-14). */
export const menuWithoutKeys: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, id, { keys }] of blocksOfKind(definitions, 'menu')) {
    const path = [...blockPath(ivr, id), 'keys'];
    if (Object.keys(keys).length > 0 || !gaps.isWhole(path)) continue;
    yield { at: places.keyAt(path), message: `menu '${id}' has no keys` };
  }
};
