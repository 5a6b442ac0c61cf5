import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('unknown-address-field', () => {
  it('reports a field with the region that the campaign does not have', () => {
    expect(
      found({
        [SPRING]: ['name: Spring\n', 'name: Spring\ncontactHours: { regionField: nmae }\n'],
      }),
    ).toEqual([
      "campaigns/spring.yaml:2:30 unknown-address-field: 'regionField' is 'nmae', but the campaign has no such field",
    ]);
  });

  it('reports a field with the country', () => {
    expect(
      found({
        [SPRING]: ['name: Spring\n', 'name: Spring\ncontactHours: { countryField: land }\n'],
      }),
    ).toEqual([
      "campaigns/spring.yaml:2:31 unknown-address-field: 'countryField' is 'land', but the campaign has no such field",
    ]);
  });

  it('accepts a field of the campaign', () => {
    expect(
      found({
        [SPRING]: ['name: Spring\n', 'name: Spring\ncontactHours: { regionField: name }\n'],
      }),
    ).toEqual([]);
  });
});
