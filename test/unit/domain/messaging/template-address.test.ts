import { describe, expect, it } from 'vitest';
import { addressFrom } from '../../../../lib/domain/messaging/template-address.ts';

describe('an address with values', () => {
  it('encodes them, those under parameters as well', () => {
    const values = { name: 'a/b', parameters: { loan: '1 2' } };

    expect(addressFrom('https://x.example/{{ name }}?l={{ parameters.loan }}', values)).toBe(
      'https://x.example/a%2Fb?l=1%202',
    );
  });

  it('is none where its host is not the one that is written', () => {
    expect(addressFrom('https://x.example{{ name }}', { name: '.evil.example' })).toBeUndefined();
    expect(addressFrom('http://x.example/', {})).toBeUndefined();
  });
});
