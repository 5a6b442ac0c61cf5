import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const ALERT = 'name: Spring\nalerts: { poolBelow: 5 }\n';
const CENTRE = `country: PL
supervisors:
  ewa: { email: ewa@example.org }
alerts: { mailbox: hello }
`;

describe('alert-without-reader', () => {
  it('reports an alert that is e-mailed to nobody', () => {
    expect(found({ [SPRING]: ['name: Spring\n', ALERT] })).toEqual([
      "campaigns/spring.yaml:2:11 alert-without-reader: campaign 'spring' has an alert, but no supervisor who gets it by e-mail",
    ]);
  });

  it('accepts an alert with a supervisor', () => {
    expect(
      found({
        [SPRING]: ['name: Spring\n', `${ALERT}supervisors: [ewa]\n`],
        'centre.yaml': ['country: PL\n', CENTRE],
      }),
    ).toEqual([]);
  });
});
