import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('unknown-country', () => {
  it('reports the country of the centre, and suggests the code that was meant', () => {
    expect(found({ 'centre.yaml': ['country: PL', 'country: UK'] })).toEqual([
      "centre.yaml:4:10 unknown-country: there is no country with the code 'UK'",
    ]);
  });

  it('reports the country of a campaign, and of a number to be claimed', () => {
    expect(
      found({
        [SPRING]: ['name: Spring\n', 'name: Spring\ncountry: XY\n'],
        'centre.yaml': ['numbers:\n', 'numbers:\n  new: { claim: { country: EN } }\n'],
      }),
    ).toEqual([
      "campaigns/spring.yaml:2:10 unknown-country: there is no country with the code 'XY'",
      "centre.yaml:6:28 unknown-country: there is no country with the code 'EN'",
    ]);
  });

  it('reports a code that is not of a country', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\n',
          'name: Spring\ncontactHours:\n  countries: { PO: { holidays: open } }\n',
        ],
      }),
    ).toEqual([
      "campaigns/spring.yaml:3:16 unknown-country: there is no country with the code 'PO'",
    ]);
  });

  it('accepts the code of a country', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\n',
          'name: Spring\ncontactHours:\n  countries: { PT: { holidays: open } }\n',
        ],
      }),
    ).toEqual([]);
  });
});
