import { describe, expect, it } from 'vitest';
import { diagnose, found, IVR_FILES } from '../../../../support/a-centre.ts';
import { inScript } from '../../../../support/a-script-file.ts';

describe('script-missing-page', () => {
  it('reports a start, a jump and a next that lead to no page', () => {
    expect(found(inScript('start: hello', 'start: helo'), IVR_FILES)).toEqual([
      "scripts/talk.yaml:2:8 script-missing-page: the script begins at 'helo', which is not a page",
    ]);
    expect(found(inScript('to: offer }', 'to: ofer }'), IVR_FILES)).toEqual([
      "scripts/talk.yaml:10:38 script-missing-page: page 'hello' leads to 'ofer', which is not a page",
      "scripts/talk.yaml:12:3 script-unreachable-page: no path leads to page 'offer'",
    ]);
    expect(diagnose(inScript('next: bye', 'next: by'), IVR_FILES)[0]).toMatchObject({
      code: 'script-missing-page',
      remedy: "Did you mean 'bye'?",
    });
  });

  it('accepts a page without a way on: the script ends there', () => {
    expect(found(inScript('    next: bye\n', ''), IVR_FILES)).toEqual([]);
  });
});
