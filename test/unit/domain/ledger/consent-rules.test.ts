// Which countries ask for consent, and where that is written.
import { describe, expect, it } from 'vitest';
import { CONSENT_RULES, consentLaw } from '../../../../lib/domain/ledger/consent-rules.ts';

const CHANNELS = ['voice', 'sms', 'email'] as const;

describe('the law on consent to marketing (NEW-8)', () => {
  it.each([
    ['PL', 'art. 398'],
    ['CZ', '§ 96'],
    ['CZ', '§ 7'],
  ])('of %s names %s, for calls, texts and e-mails', (country, part) => {
    for (const channel of CHANNELS) expect(consentLaw(country, channel)).toContain(part);
  });

  it('has a source to read for each country, the text of the law first', () => {
    for (const [country, { sources }] of Object.entries(CONSENT_RULES)) {
      expect(sources.length, country).toBeGreaterThan(0);
      expect(sources[0], country).toMatch(
        /sejm\.gov\.pl|zakonyprolidi|slov-lex|gesetze-im-internet|ris\.bka/,
      );
    }
    for (const country of ['PL', 'CZ'])
      expect(CONSENT_RULES[country]?.sources.length).toBeGreaterThan(2);
  });

  it('of a country nobody has looked up is taken to require it', () => {
    expect(consentLaw('FR', 'voice')).toContain('no rule of the country is known');
  });
});
