import { describe, expect, it } from 'vitest';
import { callingRank, inCallingOrder } from '../../../../lib/domain/records/next-records.ts';
import { aRecord, at } from '../../../support/records.ts';

describe('the order of calling (REC-8)', () => {
  it('is weight, then recalls, then who has been due for longest, then the id', () => {
    const records = [
      aRecord('late', { nextContact: at(-1) }),
      aRecord('b', { nextContact: at(-5) }),
      aRecord('a', { nextContact: at(-5) }),
      aRecord('recall', { nextContact: at(-1), attempts: 1 }),
      aRecord('light', { nextContact: at(-99), weight: -1 }),
      aRecord('heavy', { nextContact: at(-1), weight: 1 }),
    ];

    const names = inCallingOrder(records).map(({ record }) => record);

    expect(names).toEqual(['heavy', 'recall', 'a', 'b', 'late', 'light']);
  });

  it('has ranks from 0 to 401, whatever the weight', () => {
    const rank = (weight: number, attempts = 0) => callingRank({ weight, attempts });

    expect([rank(100, 3), rank(100), rank(1e9), rank(0, 1), rank(0), rank(-1e9)]).toEqual([
      0, 1, 1, 200, 201, 401,
    ]);
    expect([rank(99.4), rank(99.6)]).toEqual([rank(99), rank(100)]);
  });
});
