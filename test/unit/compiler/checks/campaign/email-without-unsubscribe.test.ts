import { describe, expect, it } from 'vitest';
import { CENTRE_FILES, found } from '../../../../support/a-centre.ts';

const marketing = {
  'campaigns/spring.yaml': ['name: Spring\n', 'name: Spring\npurpose: marketing\n'],
} as const;

describe('email-without-unsubscribe', () => {
  it('warns of marketing e-mails that nobody can unsubscribe from (NEW-8)', () => {
    expect(found(marketing)).toEqual([
      "campaigns/spring.yaml:2:10 email-without-unsubscribe: rule 'again' sends marketing e-mails of campaign 'spring' that nobody can unsubscribe from",
    ]);
  });

  it('warns of those that a classifier sends', () => {
    const sends = '    name: Later\n    sendsEmail: { mailbox: hello, subject: Hi, text: Hi }\n';
    const at = 'campaigns/spring.yaml';
    const edit = 'name: Spring\npurpose: marketing\n';
    const text = CENTRE_FILES[at]
      .replace('name: Spring\n', edit)
      .replace('    name: Later\n', sends);

    expect(found({ [at]: text })).toContain(
      "campaigns/spring.yaml:2:10 email-without-unsubscribe: classifier 'later' sends marketing e-mails of campaign 'spring' that nobody can unsubscribe from",
    );
  });

  it('accepts them where the centre names the address, and those of a service', () => {
    const at = 'email: { unsubscribeAt: "https://api.example.org" }\n';

    expect(found({ ...marketing, 'centre.yaml': ['name: Test', `${at}name: Test`] })).toEqual([]);
    expect(found()).toEqual([]);
  });
});
