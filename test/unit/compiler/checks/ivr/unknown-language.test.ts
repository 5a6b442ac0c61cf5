import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP = 'ivrs/help.yaml';

describe('unknown-language', () => {
  it('reports a language that the centre does not have', () => {
    expect(found({ [HELP]: ['name: Help', 'name: Help\nlanguage: cs'] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:2:11 unknown-language: 'cs' is not a language of the centre",
    ]);
  });

  it('accepts a language of the centre', () => {
    expect(found({ [HELP]: ['name: Help', 'name: Help\nlanguage: pl'] }, IVR_FILES)).toEqual([]);
  });
});
