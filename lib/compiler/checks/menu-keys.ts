import { diagnostic } from '../../language/diagnostic-codes.ts';
import { blockPath, blocksOfKind, type FileCheck } from './check-facts.ts';

/** A menu offers something (IVR-14). */
export const menuKeys: FileCheck = function* ({ definitions, places }) {
  for (const [ivr, id, { keys }] of blocksOfKind(definitions, 'menu')) {
    if (Object.keys(keys).length > 0) continue;
    const at = places.keyAt([...blockPath(ivr, id), 'keys']);
    yield diagnostic('menu-without-keys', at, `menu '${id}' offers no key`);
  }
};
