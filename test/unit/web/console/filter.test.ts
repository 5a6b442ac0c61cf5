import { describe, expect, it } from 'vitest';
import { ANYTHING, conditionsOf, looksLikeNumber } from '../../../../web/console/records/filter.ts';

describe('what is looked for among records', () => {
  it('is nothing in particular at first', () => {
    expect(conditionsOf(ANYTHING, 'name')).toEqual({});
  });

  it('becomes conditions that all have to hold', () => {
    const wanted = {
      ...{ state: 'closed', classifier: 'sold', lastCall: 'busy' },
      text: ' Nowak ',
    };

    expect(conditionsOf(wanted, 'name')).toEqual({
      states: ['closed'],
      classifiers: ['sold'],
      lastCall: ['busy'],
      fields: [{ field: 'name', is: 'containing', value: 'Nowak' }],
    });
  });

  it('is a number where it looks like one', () => {
    const texts = ['+48 600 700 800', '600700800', '(22) 123-45-67', 'Nowak', '12', '3. maja'];

    expect(texts.filter(looksLikeNumber)).toEqual(texts.slice(0, 3));
  });
});
