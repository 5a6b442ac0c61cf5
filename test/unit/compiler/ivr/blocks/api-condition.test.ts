import { describe, expect, it } from 'vitest';
import { compared, rendered } from './a-block.ts';

const block = { kind: 'api-condition', value: 'order-state', otherwise: 'else' } as const;

describe('api-condition (IVR-4)', () => {
  it('takes the path of the value, otherwise the other', () => {
    const { ways, given } = rendered({ ...block, paths: { sent: 'a', paid: 'b' } });

    expect(ways).toEqual({ it: compared('else', { 'Equals sent': 'a', 'Equals paid': 'b' }) });
    expect(given.it).toEqual({ ComparisonValue: '$.Attributes.v_order_state' });
  });

  it('without paths goes on by a comparison that decides nothing: Connect asks for one', () => {
    expect(rendered({ ...block, paths: {} }).ways).toEqual({
      it: compared('else', { 'Equals  ': 'else' }),
    });
  });
});
