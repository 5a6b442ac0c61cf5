import { describe, expect, it } from 'vitest';
import { compared, rendered } from './a-block.ts';

const block = { kind: 'condition', value: 'total', to: 1000, met: 'yes', unmet: 'no' } as const;

describe('condition (IVR-19)', () => {
  it.each([
    ['=', 'Equals'],
    ['<', 'NumberLessThan'],
    ['<=', 'NumberLessOrEqualTo'],
    ['>', 'NumberGreaterThan'],
    ['>=', 'NumberGreaterOrEqualTo'],
    ['starts-with', 'TextStartsWith'],
    ['contains', 'TextContains'],
  ] as const)('compares with %s by %s; what is not met or not there is unmet', (is, operator) => {
    expect(rendered({ ...block, is }).ways).toEqual({
      it: compared('no', { [`${operator} 1000`]: 'yes' }),
    });
  });

  it('compares with != by equality, its paths swapped: Connect has nothing else', () => {
    expect(rendered({ ...block, is: '!=' }).ways).toEqual({
      it: compared('yes', { 'Equals 1000': 'no' }),
    });
  });

  it.each([
    ['total', '$.Attributes.v_total'],
    ['caller', '$.CustomerEndpoint.Address'],
    ['called', '$.SystemEndpoint.Address'],
    ['ticket', '$.Attributes.ticket'],
  ])('finds the value %s at %s', (value, path) => {
    expect(rendered({ ...block, value }).given.it).toEqual({ ComparisonValue: path });
  });
});
