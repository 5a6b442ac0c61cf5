import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const OTHER = { 'campaigns/other.yaml': 'name: Other\nchannels: { outbound: { queue: sales } }\n' };

describe('unknown-campaign', () => {
  it('reports a classifier that sends records to a campaign that does not exist', () => {
    expect(
      found({ ...OTHER, [SPRING]: ['    name: Later', '    name: Later\n    copiesTo: othr'] }),
    ).toEqual([
      "campaigns/spring.yaml:21:15 unknown-campaign: classifier 'later' copies records to campaign 'othr', which does not exist",
    ]);
  });

  it('reports a classifier that sends records to its own campaign', () => {
    expect(
      found({ [SPRING]: ['    closes: true', '    closes: true\n    movesTo: spring'] }),
    ).toEqual([
      "campaigns/spring.yaml:19:14 unknown-campaign: classifier 'sold' moves records to the campaign they are in",
    ]);
  });

  it('reports a campaign that takes no records from one that does not exist', () => {
    expect(
      found({ [SPRING]: ['name: Spring\n', 'name: Spring\ntakesNoRecordsFrom: [summer]\n'] }),
    ).toEqual([
      "campaigns/spring.yaml:2:22 unknown-campaign: campaign 'spring' takes no records from campaign 'summer', which does not exist",
    ]);
  });

  it('accepts campaigns that are there', () => {
    expect(
      found({ ...OTHER, [SPRING]: ['    name: Later', '    name: Later\n    copiesTo: other'] }),
    ).toEqual([]);
  });
});
