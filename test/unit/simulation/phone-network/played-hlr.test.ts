import { describe, expect, it } from 'vitest';
import { Hlr } from '../../../../lib/language/schema/hlr.ts';
import { hostOfHlr, playedHlr } from '../../../../lib/simulation/phone-network/played-hlr.ts';

const hlr = Hlr.parse({
  request: { url: 'https://hlr.example.org/v1?to={{ digits }}' },
  answer: 'subscriber.status',
  valid: ['live'],
  invalid: ['dead'],
});
const gone = (phone: string) => phone !== '+420777000000';

describe('a played provider of HLR checks', () => {
  it('answers in the form the definitions expect, by what the network knows', () => {
    expect(playedHlr(hlr, '/v1?to=420777000001', gone)).toEqual({ subscriber: { status: 'live' } });
    expect(playedHlr(hlr, '/v1?to=%2B420777000000', gone)).toEqual({
      subscriber: { status: 'dead' },
    });
  });

  it('knows nothing without a number, and the host it is reached at', () => {
    expect(playedHlr(hlr, '/v1', gone)).toBeUndefined();
    expect(hostOfHlr(hlr)).toBe('hlr.example.org');
  });
});
