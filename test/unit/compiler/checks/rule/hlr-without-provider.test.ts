import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';
const asks = [
  '  done:\n    kind: end',
  '  done:\n    kind: hlr-check\n    valid: close\n    invalid: close\n    unknown: close',
] as const;
const HLR =
  'hlr: { request: { url: "https://hlr.example.org/{{ digits }}" }, answer: status, valid: [live], invalid: [dead] }\n';

describe('hlr-without-provider', () => {
  it('reports a tile that has nobody to ask (CBR-10)', () => {
    expect(found({ [AGAIN]: asks })).toEqual([
      "rules/again.yaml:42:11 hlr-without-provider: tile 'done' asks whether a number is in service, but nobody is named to ask",
    ]);
  });

  it('accepts it where the centre describes a provider', () => {
    expect(found({ [AGAIN]: asks, 'centre.yaml': ['name: Test', `${HLR}name: Test`] })).toEqual([]);
  });
});
