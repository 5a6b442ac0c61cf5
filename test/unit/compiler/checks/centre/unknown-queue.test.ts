import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const HELP = 'ivrs/help.yaml';

describe('unknown-queue', () => {
  it('reports the queue of a campaign that queues.yaml does not have', () => {
    expect(found({ [SPRING]: ['queue: sales', 'queue: sale'] })).toEqual([
      "campaigns/spring.yaml:4:12 unknown-queue: there is no queue 'sale'",
      "queues.yaml:1:1 unused-queue: no campaign or IVR uses queue 'sales'",
    ]);
  });

  it('reports the queue of a block', () => {
    expect(found({ [HELP]: ['queue: help', 'queue: halp'] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:82:12 unknown-queue: there is no queue 'halp'",
      "queues.yaml:4:1 unused-queue: no campaign or IVR uses queue 'help'",
    ]);
  });

  it('reports the queue callers move on to (PRI-4)', () => {
    expect(found({ 'queues.yaml': ['overflow: sales', 'overflow: sale'] }, IVR_FILES)).toEqual([
      "queues.yaml:8:13 unknown-queue: there is no queue 'sale'",
    ]);
  });

  it('accepts a queue by its id', () => {
    expect(
      found({
        [SPRING]: ['queue: sales', 'queue: other'],
        'queues.yaml': 'other: { groups: [sales], hours: office }',
      }),
    ).toEqual([]);
  });
});
