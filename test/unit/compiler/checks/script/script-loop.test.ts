import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';
import { inScript } from '../../../../support/a-script-file.ts';

describe('script-loop', () => {
  it('reports pages that lead back to each other, once', () => {
    expect(found(inScript('  bye: {}', '  bye: { next: hello }'), IVR_FILES)).toEqual([
      "scripts/talk.yaml:4:3 script-loop: pages lead to each other: 'hello', 'offer', 'bye'",
    ]);
  });

  it('reports a page that leads to itself', () => {
    expect(found(inScript('  bye: {}', '  bye: { next: bye }'), IVR_FILES)).toEqual([
      "scripts/talk.yaml:18:3 script-loop: page 'bye' leads to itself",
    ]);
  });

  it('accepts two ways to one page', () => {
    expect(
      found(
        inScript('{ if: agreed, is: "no", to: bye }', '{ if: words, is: x, to: bye }'),
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
