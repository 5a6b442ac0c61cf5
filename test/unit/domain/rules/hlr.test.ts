import { describe, expect, it } from 'vitest';
import { hlrAnswer, hlrValues } from '../../../../lib/domain/rules/hlr.ts';
import { Hlr } from '../../../../lib/language/schema/hlr.ts';

const hlr = Hlr.parse({
  request: { url: 'https://hlr.example.org/' },
  answer: 'subscriber.status',
  valid: ['live', 'roaming'],
  invalid: ['dead', '7'],
});
const of = (status: unknown) => hlrAnswer({ subscriber: { status } }, hlr);

describe('the answer of an HLR check (CBR-10)', () => {
  it('is in service, out of service or unknown by what stands at its place', () => {
    expect([of('live'), of('Roaming'), of('dead'), of(7), of('pending')]).toEqual([
      ...['valid', 'valid', 'invalid', 'invalid'],
      'unknown',
    ]);
  });

  it.each([undefined, null, 'live', { status: 'live' }, { subscriber: ['live'] }])(
    'is unknown when the body is %j',
    (body) => {
      expect(hlrAnswer(body, hlr)).toBe('unknown');
    },
  );

  it('has the number with and without its plus for the request', () => {
    expect(hlrValues('+48600100200')).toEqual({ number: '+48600100200', digits: '48600100200' });
  });
});
