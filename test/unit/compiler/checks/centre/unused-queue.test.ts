import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('unused-queue', () => {
  it('reports a queue that no campaign and no IVR names', () => {
    expect(
      found({
        'queues.yaml':
          'sales: { groups: [sales], hours: office }\nold: { groups: [sales], hours: office }',
      }),
    ).toEqual(["queues.yaml:2:1 unused-queue: no campaign or IVR uses queue 'old'"]);
  });

  it('accepts a queue that another overflows into', () => {
    expect(found({ [SPRING]: ['    queue: sales\n', ''] }, IVR_FILES)).toEqual([]);
  });

  it('accepts a queue that a campaign names', () => {
    expect(
      found({
        [SPRING]: ['queue: sales', 'queue: old'],
        'queues.yaml': 'old: { groups: [sales], hours: office }',
      }),
    ).toEqual([]);
  });
});
