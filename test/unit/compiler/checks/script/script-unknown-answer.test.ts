import { describe, expect, it } from 'vitest';
import { diagnose, found, IVR_FILES } from '../../../../support/a-centre.ts';
import { inScript } from '../../../../support/a-script-file.ts';

describe('script-unknown-answer', () => {
  it('reports an answer that the question does not have', () => {
    const edits = inScript('is: price', 'is: prise');

    expect(found(edits, IVR_FILES)).toEqual([
      "scripts/talk.yaml:10:27 script-unknown-answer: 'prise' is no answer to 'reason'",
    ]);
    expect(diagnose(edits, IVR_FILES)[0]?.remedy).toBe("Did you mean 'price'?");
  });

  it('reports a box that is neither ticked nor not', () => {
    expect(found(inScript('is: "no"', 'is: maybe'), IVR_FILES)).toEqual([
      "scripts/talk.yaml:16:27 script-unknown-answer: 'maybe' is no answer to 'agreed'",
    ]);
  });

  it('reports a question that is asked later', () => {
    expect(found(inScript('if: reason, is: price', 'if: words, is: price'), IVR_FILES)).toEqual([
      "scripts/talk.yaml:10:15 script-unknown-answer: no question 'words' is asked on page 'hello' or before it",
    ]);
  });

  it('accepts a question of a page before', () => {
    expect(found(inScript(), IVR_FILES)).toEqual([]);
  });
});
