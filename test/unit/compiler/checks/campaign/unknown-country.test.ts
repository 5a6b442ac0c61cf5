import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('unknown-country', () => {
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
