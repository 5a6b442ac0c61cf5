// Blocks that choose by where a call comes from or goes to.
import { describe, expect, it } from 'vitest';
import { compared, rendered } from './a-block.ts';

describe('route-by-source (IVR-10)', () => {
  it('matches whole numbers and, with an asterisk, their beginnings; a withheld one matches none', () => {
    const { ways, given } = rendered({
      kind: 'route-by-source',
      numbers: ['+48221234567', '+4822*'],
      match: 'known',
      otherwise: 'else',
    });

    expect(ways).toEqual({
      it: compared('else', { 'Equals +48221234567': 'known', 'TextStartsWith +4822': 'known' }),
    });
    expect(given.it).toEqual({ ComparisonValue: '$.CustomerEndpoint.Address' });
  });
});

describe('route-by-destination (IVR-11)', () => {
  const block = { kind: 'route-by-destination', otherwise: 'else' } as const;

  it('goes by the own number dialed', () => {
    const { ways, given } = rendered({ ...block, paths: { main: 'a', other: 'b' } });

    expect(ways).toEqual({
      it: compared('else', { 'Equals +48221230000': 'a', 'Equals +48221230001': 'b' }),
    });
    expect(given.it).toEqual({ ComparisonValue: '$.SystemEndpoint.Address' });
  });

  it('goes on without a path', () => {
    expect(rendered({ ...block, paths: {} }).ways.it).toMatchObject({ next: 'else' });
  });
});

describe('route-by-identity (IVR-12)', () => {
  it('has a path for one, several and none; whom nobody could look up is none', () => {
    const { ways, given } = rendered({
      kind: 'route-by-identity',
      one: 'one',
      several: 'several',
      none: 'none',
    });

    expect(ways).toEqual({
      it: compared('none', {
        'Equals one': 'one',
        'Equals several': 'several',
        'Equals none': 'none',
      }),
    });
    expect(given.it).toEqual({ ComparisonValue: '$.Attributes.identity' });
  });
});
