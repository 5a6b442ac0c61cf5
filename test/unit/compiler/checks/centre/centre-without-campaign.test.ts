import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const AGAIN = 'rules/again.yaml';
const AGAIN_TEST = 'rules/again.test.yaml';

describe('centre-without-campaign', () => {
  it('warns of a centre without any campaign', () => {
    expect(found({ [SPRING]: undefined, [AGAIN]: undefined, [AGAIN_TEST]: undefined })).toEqual([
      'centre.yaml:1:1 centre-without-campaign: the contact centre has no campaign',
      "queues.yaml:1:1 unused-queue: no campaign or IVR uses queue 'sales'",
    ]);
  });

  it('accepts a centre with one', () => {
    expect(
      found({
        [SPRING]: undefined,
        [AGAIN]: undefined,
        [AGAIN_TEST]: undefined,
        'campaigns/other.yaml': 'name: Other\nchannels: { outbound: { queue: sales } }',
      }),
    ).toEqual([]);
  });
});
