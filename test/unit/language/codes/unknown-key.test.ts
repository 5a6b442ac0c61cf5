import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('unknown-key', () => {
  it('reports a misspelt key', () => {
    expect(found({ [SPRING]: ['    recallHours: office', '    recalHours: office'] })).toEqual([
      "campaigns/spring.yaml:7:5 unknown-key: 'recalHours' has no meaning here",
    ]);
  });

  it('reports a misspelt required key once, not as missing too', () => {
    expect(found({ 'queues.yaml': ['  groups:', '  group:'] })).toEqual([
      "queues.yaml:2:3 unknown-key: 'group' has no meaning here",
    ]);
  });

  it('accepts the key spelt right', () => {
    expect(
      found({ [SPRING]: ['    recallHours: office', '    recallHours: office\n    wrapUp: 30 s'] }),
    ).toEqual([]);
  });
});
