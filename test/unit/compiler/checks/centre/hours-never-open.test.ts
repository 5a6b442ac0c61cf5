import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('hours-never-open', () => {
  it('reports hours that are closed all week', () => {
    expect(found({ 'hours.yaml': ['mon-fri: 09:00-17:00', 'mon-fri: closed'] })).toEqual([
      "hours.yaml:2:3 hours-never-open: hours 'office' are closed all week",
    ]);
  });

  it('reports contact hours of a country that are (NEW-7)', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\n',
          'name: Spring\ncontactHours: { countries: { DE: { week: { mon-fri: closed } } } }\n',
        ],
      }),
    ).toEqual([
      'campaigns/spring.yaml:2:36 hours-never-open: people in DE may not be called on any day of the week',
    ]);
  });

  it('accepts hours that are open on one day', () => {
    expect(
      found({ 'hours.yaml': ['mon-fri: 09:00-17:00', 'mon-fri: closed, sat: 10:00-24:00'] }),
    ).toEqual([]);
  });
});
