import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('ratio-abandons', () => {
  it('warns of a fixed ratio, with what it did to a team of that size', () => {
    expect(
      found({
        [SPRING]: ['    queue: sales', '    queue: sales\n    mode: ratio\n    pickupRate: 50%'],
      }),
    ).toEqual([
      'campaigns/spring.yaml:5:11 ratio-abandons: a fixed ratio does not limit abandoned calls: in the benchmark with 2 agents, 87.1 % of answered calls were abandoned at the correct pickup rate of 30 %, and 90.7 % when it was set too low, to 20 %',
    ]);
  });

  it('warns with the figures of a larger team, and of calls for free agents only', () => {
    expect(
      found({
        'groups.yaml': [
          '  agents: [anna, jan]',
          `  agents: [anna, jan, ${Array.from({ length: 23 }, (_, i) => `agent${i}`).join(', ')}]`,
        ],
        [SPRING]: [
          '    queue: sales',
          '    queue: sales\n    mode: ratio\n    per: free\n    pickupRate: 50%',
        ],
      }),
    ).toEqual([
      'campaigns/spring.yaml:5:11 ratio-abandons: a fixed ratio does not limit abandoned calls: in the benchmark with 20 agents, 6.5 % of answered calls were abandoned at the correct pickup rate of 30 %, and 17.8 % when it was set too low, to 20 %',
    ]);
  });

  it('accepts the mode that keeps a cap', () => {
    expect(
      found({ [SPRING]: ['    queue: sales', '    queue: sales\n    mode: predictive'] }),
    ).toEqual([]);
  });
});
