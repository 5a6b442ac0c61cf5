import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('email-column-missing', () => {
  it('reports columns without e-mail addresses when the rule sends e-mails', () => {
    expect(found({ [SPRING]: ['  email: E-mail\n', ''] })).toEqual([
      "campaigns/spring.yaml:22:1 email-column-missing: rule 'again' sends e-mails, but no column has e-mail addresses",
    ]);
  });

  it('accepts several columns with addresses', () => {
    expect(found({ [SPRING]: ['  email: E-mail\n', '  email: [E-mail, Second]\n'] })).toEqual([]);
  });

  it('accepts a campaign that leaves all columns to be guessed', () => {
    expect(
      found({
        [SPRING]: ['columns:\n  phone: Phone\n  email: E-mail\n  fields: { name: Name }\n', ''],
      }),
    ).toEqual([]);
  });
});
