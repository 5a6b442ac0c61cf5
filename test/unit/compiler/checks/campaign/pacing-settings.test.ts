import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('pacing-settings', () => {
  it('reports a cap in a mode that keeps none', () => {
    expect(
      found({ [SPRING]: ['    queue: sales', '    queue: sales\n    pacing: { cap: 2% }'] }),
    ).toEqual([
      "campaigns/spring.yaml:5:5 pacing-settings: 'pacing' has no effect in mode 'progressive'",
    ]);
  });

  it('accepts a cap in the predictive mode', () => {
    expect(
      found({
        [SPRING]: [
          '    queue: sales',
          '    queue: sales\n    mode: predictive\n    pacing: { cap: 2%, window: thirty-days }',
        ],
      }),
    ).toEqual([]);
  });
});
