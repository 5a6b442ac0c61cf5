import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP = 'ivrs/help.yaml';

describe('missing-block', () => {
  it('reports a path to a block that does not exist', () => {
    expect(found({ [HELP]: ['"2": colleague', '"2": collegue'] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:40:28 missing-block: block 'menu' leads to 'collegue' (2), which is not a block",
      "ivrs/help.yaml:54:3 unreachable-block: no path leads to block 'colleague'",
    ]);
  });

  it('accepts a path to any block of the IVR', () => {
    expect(found({ [HELP]: ['none: agents', 'none: message'] }, IVR_FILES)).toEqual([]);
  });
});
