import { describe, expect, it } from 'vitest';
import { asked, compared, rendered } from './a-block.ts';

describe('api-login (IVR-2)', () => {
  const { ways, given } = rendered({
    kind: 'api-login',
    request: { url: 'https://shop.example.org/login' },
    token: 'token',
    next: 'on',
    failed: 'off',
  });

  it('counts its answer, then goes on only with a token', () => {
    expect(ways).toEqual({
      it: asked('it.visit', 'off'),
      'it.visit': asked('it.outcome', 'it.outcome'),
      'it.outcome': compared('off', { 'Equals ok': 'on' }),
    });
    expect(given['it.visit']).toEqual({ Attributes: { n_it: '$.External.visits' } });
  });

  it('keeps no token in the call: attributes stay with the contact for years', () => {
    expect(JSON.stringify(given)).not.toContain('token');
  });
});
