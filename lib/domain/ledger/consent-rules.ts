// Where marketing needs the person's prior consent, as data with the law it is taken from. It is a
// default for people who write campaigns, not legal advice: exceptions, e.g. for customers and
// similar products, are theirs to judge, and a campaign that falls under one is a service campaign.
import type { ReachedBy } from './ledger.ts';

interface ConsentRule {
  readonly channels: readonly ReachedBy[];
  readonly law: string;
  /** Where to read it: the text of the law first, then what explains it. */
  readonly sources: readonly string[];
}

const EVERY: readonly ReachedBy[] = ['voice', 'sms', 'email'];

/** By country, ISO 3166. */
export const CONSENT_RULES: Readonly<Record<string, ConsentRule>> = {
  // In force since 2024-11-10 in place of art. 172 Prawo telekomunikacyjne: neither automatic
  // calling systems nor telephones and messages may carry commercial information without consent
  PL: {
    channels: EVERY,
    law: 'Prawo komunikacji elektronicznej (Dz.U. 2024 poz. 1221), art. 398',
    sources: [
      'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20240001221',
      'https://radcaprawny.kirp.pl/archiwum/praktyka/zakaz-cold-callingu-w-prawie-komunikacji-elektronicznej',
      'https://blog.chwp.pl/index.php/2025/01/17/nowe-pke-wprowadza-zmiany-w-obszarze-marketingu-szczegolnie-w-odniesieniu-do-dzialan-takich-jak-cold-calling-i-cold-mailing/',
    ],
  },
  // Calls: since 374/2021 Sb. (2022-01-01) whoever has not said that they want them may not be
  // called, where the number comes from a list of subscribers or was made up. Messages: § 7 (2)
  CZ: {
    channels: EVERY,
    law: 'zákon č. 127/2005 Sb., § 96, and zákon č. 480/2004 Sb., § 7',
    sources: [
      'https://www.zakonyprolidi.cz/cs/2005-127',
      'https://www.zakonyprolidi.cz/cs/2004-480',
      'https://pravniprostor.cz/clanky/ostatni-pravo/navolavani-jen-se-souhlasem-analyza-novely-zakona-o-elektronickych-komunikacich-pro-oblast-telemarketingu',
      'https://uoou.gov.cz/cinnost/obchodni-sdeleni/casto-kladene-otazky-k-zakonu-c-4802004-sb',
    ],
  },
  SK: {
    channels: EVERY,
    law: 'zákon č. 452/2021 Z. z., § 116',
    sources: ['https://www.slov-lex.sk/pravne-predpisy/SK/ZZ/2021/452/'],
  },
  DE: {
    channels: EVERY,
    law: 'UWG § 7 (2)',
    sources: ['https://www.gesetze-im-internet.de/uwg_2004/__7.html'],
  },
  AT: {
    channels: EVERY,
    law: 'TKG 2021 § 174',
    sources: ['https://www.ris.bka.gv.at/eli/bgbl/i/2021/190/P174/NOR40238789'],
  },
};

/** What a country that is not in the table is taken to require. */
const UNKNOWN: ConsentRule = {
  channels: EVERY,
  law: 'no rule of the country is known, so consent is required',
  sources: [],
};

/** The law that requires consent for marketing there; undefined when none does. */
export function consentLaw(country: string, channel: ReachedBy): string | undefined {
  const rule = Object.hasOwn(CONSENT_RULES, country) ? CONSENT_RULES[country] : undefined;
  const { channels, law } = rule ?? UNKNOWN;
  return channels.includes(channel) ? law : undefined;
}
