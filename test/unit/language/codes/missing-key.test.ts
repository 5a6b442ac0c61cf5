import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const AGAIN = 'rules/again.yaml';

describe('missing-key', () => {
  it('reports the tile that lacks a required key', () => {
    expect(found({ [AGAIN]: ['    unmet: again\n', ''] })).toEqual([
      "rules/again.yaml:10:3 missing-key: 'unmet' is missing",
    ]);
  });

  it('reports the required key of a whole file', () => {
    expect(found({ 'centre.yaml': ['timeZone: Europe/Warsaw\n', ''] })).toEqual([
      "centre.yaml:1:1 missing-key: 'timeZone' is missing",
    ]);
  });

  it('accepts a missing key that has a default', () => {
    expect(found({ [SPRING]: ['    recallHours: office\n', ''] })).toEqual([]);
  });
});
