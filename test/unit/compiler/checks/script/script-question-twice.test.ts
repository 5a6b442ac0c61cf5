import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';
import { inScript } from '../../../../support/a-script-file.ts';

const second = (id: string) => `  bye: { questions: { ${id}: { kind: text, label: Why } } }`;

describe('script-question-twice', () => {
  it('reports a question whose id another page has', () => {
    expect(found(inScript('  bye: {}', second('words')), IVR_FILES)).toEqual([
      "scripts/talk.yaml:18:23 script-question-twice: page 'offer' has a question 'words', too",
    ]);
  });

  it('accepts one question on each page', () => {
    expect(found(inScript('  bye: {}', second('why')), IVR_FILES)).toEqual([]);
  });
});
