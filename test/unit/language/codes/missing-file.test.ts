import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const AGAIN_TEST = 'rules/again.test.yaml';

describe('missing-file', () => {
  it('reports a folder without centre.yaml', () => {
    expect(found({ 'centre.yaml': undefined })).toEqual([
      'centre.yaml:1:1 missing-file: there is no centre.yaml',
    ]);
  });

  it('accepts a centre without files that nothing needs', () => {
    expect(found({ [AGAIN_TEST]: undefined })).toEqual([]);
  });
});
