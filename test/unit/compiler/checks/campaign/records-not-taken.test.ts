import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const other = (refused: string) => ({
  'campaigns/other.yaml': `name: Other\ntakesNoRecordsFrom: [${refused}]\nchannels: { outbound: { queue: sales } }\n`,
});
const copies = { [SPRING]: ['    name: Later', '    name: Later\n    copiesTo: other'] } as const;

describe('records-not-taken', () => {
  it('reports a classifier whose records the other campaign does not take', () => {
    expect(found({ ...copies, ...other('spring') })).toEqual([
      "campaigns/spring.yaml:21:15 records-not-taken: classifier 'later' sends records to campaign 'other', which takes none from 'spring'",
    ]);
  });

  it('accepts a classifier whose records it takes', () => {
    expect(found({ ...copies, ...other('') })).toEqual([]);
  });
});
