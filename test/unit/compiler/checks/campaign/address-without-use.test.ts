import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('address-without-use', () => {
  it('reports a field with the address when everybody is assumed to be where the campaign is', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\n',
          'name: Spring\ncontactHours: { where: campaign, countryField: name }\n',
        ],
      }),
    ).toEqual([
      "campaigns/spring.yaml:2:34 address-without-use: 'countryField' has no effect with 'where: campaign'",
    ]);
  });

  it('accepts it when people are called by the hours where they are', () => {
    expect(
      found({
        [SPRING]: ['name: Spring\n', 'name: Spring\ncontactHours: { countryField: name }\n'],
      }),
    ).toEqual([]);
  });
});
