import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';
import { inScript } from '../../../../support/a-script-file.ts';

describe('script-unreachable-page', () => {
  it('reports a page that nothing leads to', () => {
    expect(found(inScript('  bye: {}', '  bye: {}\n  thanks: {}'), IVR_FILES)).toEqual([
      "scripts/talk.yaml:19:3 script-unreachable-page: no path leads to page 'thanks'",
    ]);
  });

  it('accepts pages that only a jump leads to', () => {
    expect(found(inScript(), IVR_FILES)).toEqual([]);
  });
});
