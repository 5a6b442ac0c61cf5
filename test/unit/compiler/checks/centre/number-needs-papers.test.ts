import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const claiming = (country: string) =>
  ({
    'centre.yaml': ['numbers:\n', `numbers:\n  new: { claim: { country: ${country} } }\n`],
  }) as const;

describe('number-needs-papers', () => {
  it('reports a number to be claimed in a country that may ask for documents', () => {
    expect(found(claiming('PL'))).toEqual([
      'centre.yaml:6:28 number-needs-papers: AWS may ask for documents before it assigns a number of PL',
    ]);
    expect(found(claiming('CZ'))).toHaveLength(1);
  });

  it('accepts a number to be claimed in a country that asks for none', () => {
    expect(['US', 'CA', 'GB'].flatMap((country) => found(claiming(country)))).toEqual([]);
  });

  it('accepts a Polish number that is there already', () => {
    expect(found({})).toEqual([]);
  });
});
