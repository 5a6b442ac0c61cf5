import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP_TEST = 'ivrs/help.test.yaml';

describe('ivr-test-without-ivr', () => {
  it('reports tests of an IVR that does not exist', () => {
    expect(
      found({ 'ivrs/halp.test.yaml': '- { name: x, expect: { path: pick-up } }' }, IVR_FILES),
    ).toEqual(["ivrs/halp.test.yaml:1:1 ivr-test-without-ivr: there is no IVR 'halp'"]);
  });

  it('accepts an IVR without tests', () => {
    expect(found({ [HELP_TEST]: undefined }, IVR_FILES)).toEqual([]);
  });
});
