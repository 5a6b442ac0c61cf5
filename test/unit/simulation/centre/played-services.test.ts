import { describe, expect, it } from 'vitest';
import { Hlr } from '../../../../lib/language/schema/hlr.ts';
import { playedServices } from '../../../../lib/simulation/centre/played-services.ts';

const hlr = Hlr.parse({
  request: { url: 'https://hlr.example.org/lookup' },
  answer: 'status',
  valid: ['live'],
  invalid: ['dead'],
});
const network = { isInService: (phone: string) => phone === '+48600100200' };

describe('services outside, played', () => {
  it('are the provider of HLR checks, asked by its address or its body', () => {
    const url = 'https://hlr.example.org/lookup';

    expect(playedServices({ hlr }, network, { url: `${url}?to=%2B48600100200` })).toEqual({
      kind: 'answered',
      status: 200,
      body: { status: 'live' },
    });
    expect(playedServices({ hlr }, network, { url, body: '{"to":"48600100201"}' })).toMatchObject({
      body: { status: 'dead' },
    });
    expect(playedServices({ hlr }, network, { url })).toMatchObject({ status: 404 });
  });

  it('are none at another host, or where the centre names nobody', () => {
    const url = 'https://other.example.org/48600100200';

    expect(playedServices({ hlr }, network, { url })).toBeUndefined();
    expect(playedServices({}, network, { url: 'https://hlr.example.org/48600100200' })).toBe(
      undefined,
    );
  });
});
