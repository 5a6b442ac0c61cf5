import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('classifier-contradiction', () => {
  it('reports a classifier that closes the record and schedules a call', () => {
    expect(found({ [SPRING]: ['    name: Later', '    name: Later\n    closes: true'] })).toEqual([
      "campaigns/spring.yaml:22:5 classifier-contradiction: classifier 'later' both closes the record and schedules a call",
    ]);
  });

  it('reports a classifier that blacklists the number and schedules a call', () => {
    expect(
      found({ [SPRING]: ['    name: Later', '    name: Later\n    blacklists: everywhere'] }),
    ).toEqual([
      "campaigns/spring.yaml:22:5 classifier-contradiction: classifier 'later' both blacklists the number and schedules a call",
    ]);
  });

  it('accepts a classifier that says it does not close', () => {
    expect(found({ [SPRING]: ['    name: Later', '    name: Later\n    closes: false'] })).toEqual(
      [],
    );
  });
});
