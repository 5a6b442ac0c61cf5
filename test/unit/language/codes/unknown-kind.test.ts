import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('unknown-kind', () => {
  it('reports a kind of tile that does not exist', () => {
    expect(found({ [AGAIN]: ['kind: recontact', 'kind: recontct'] })).toEqual([
      "rules/again.yaml:16:11 unknown-kind: there is no kind 'recontct'",
    ]);
  });

  it('accepts each kind that does', () => {
    expect(found({ [AGAIN]: ['kind: end', 'kind: delete-contact'] })).toEqual([]);
  });
});
