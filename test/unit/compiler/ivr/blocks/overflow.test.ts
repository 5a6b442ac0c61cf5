import { describe, expect, it } from 'vitest';
import { asked, compared, rendered } from './a-block.ts';

describe('overflow (IVR-18)', () => {
  it('lets calls in up to its number, and all of them when nobody can count', () => {
    const { ways, given } = rendered({ kind: 'overflow', most: 5, within: 'in', over: 'full' });

    expect(ways).toEqual({
      it: asked('it.outcome', 'in'),
      'it.outcome': compared('in', { 'Equals over': 'full' }),
    });
    expect(given.it).toMatchObject({ LambdaFunctionARN: 'take-slot' });
  });
});
