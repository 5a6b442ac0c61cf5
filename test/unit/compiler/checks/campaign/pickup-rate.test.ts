import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('pickup-rate', () => {
  it('reports a pickup rate in another mode', () => {
    expect(
      found({
        [SPRING]: [
          '    queue: sales',
          '    queue: sales\n    mode: predictive\n    pickupRate: 50%',
        ],
      }),
    ).toEqual([
      "campaigns/spring.yaml:6:5 pickup-rate: 'pickupRate' has no effect in mode 'predictive'",
    ]);
  });

  it('reports it in the mode that is the default', () => {
    expect(
      found({ [SPRING]: ['    queue: sales', '    queue: sales\n    pickupRate: 50%'] }),
    ).toEqual([
      "campaigns/spring.yaml:5:5 pickup-rate: 'pickupRate' has no effect in mode 'progressive'",
    ]);
  });

  it('reports mode ratio without one', () => {
    expect(found({ [SPRING]: ['    queue: sales', '    queue: sales\n    mode: ratio'] })).toEqual([
      "campaigns/spring.yaml:5:11 pickup-rate: mode 'ratio' needs a 'pickupRate'",
      'campaigns/spring.yaml:5:11 ratio-abandons: a fixed ratio does not limit abandoned calls: in the benchmark with 2 agents, 87.1 % of answered calls were abandoned at the correct pickup rate of 30 %, and 90.7 % when it was set too low, to 20 %',
    ]);
  });

  it('reports a rate of nobody, which would dial forever', () => {
    expect(
      found({
        [SPRING]: ['    queue: sales', '    queue: sales\n    mode: ratio\n    pickupRate: 0%'],
      }),
    ).toEqual([
      'campaigns/spring.yaml:5:11 ratio-abandons: a fixed ratio does not limit abandoned calls: in the benchmark with 2 agents, 87.1 % of answered calls were abandoned at the correct pickup rate of 30 %, and 90.7 % when it was set too low, to 20 %',
      'campaigns/spring.yaml:6:17 pickup-rate: a pickup rate of 0% means nobody answers',
    ]);
  });

  it('accepts a mode without a pickup rate', () => {
    expect(
      found({ [SPRING]: ['    queue: sales', '    queue: sales\n    mode: predictive'] }),
    ).toEqual([]);
  });

  it("reports 'per' in a mode that has no pickup rate, and accepts it in mode ratio", () => {
    const withMode = (mode: string) =>
      found({
        [SPRING]: ['    queue: sales', `    queue: sales\n    mode: ${mode}\n    per: free`],
      });

    expect(withMode('progressive')).toEqual([
      "campaigns/spring.yaml:6:5 pickup-rate: 'per' has no effect in mode 'progressive'",
    ]);
    expect(withMode('ratio\n    pickupRate: 50%')).toMatchObject([
      expect.stringContaining('ratio-abandons'),
    ]);
  });
});
