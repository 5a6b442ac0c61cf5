// Where marketing needs the person's prior consent, as data with the law it is taken from. It is a
// default for people who write campaigns, not legal advice: exceptions, e.g. for customers and
// similar products, are theirs to judge, and a campaign that falls under one is a service campaign.
import type { ReachedBy } from './ledger.ts';

interface ConsentRule {
  readonly channels: readonly ReachedBy[];
  readonly law: string;
}

const EVERY: readonly ReachedBy[] = ['voice', 'sms', 'email'];

/** By country, ISO 3166. */
const CONSENT_RULES: Readonly<Record<string, ConsentRule>> = {
  // https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20240001221
  PL: {
    channels: EVERY,
    law: 'Prawo komunikacji elektronicznej (Dz.U. 2024 poz. 1221), art. 398',
  },
  // calls: https://www.zakonyprolidi.cz/cs/2005-127 as amended by 374/2021 Sb.; messages:
  // https://www.zakonyprolidi.cz/cs/2004-480
  CZ: {
    channels: EVERY,
    law: 'zákon č. 127/2005 Sb., § 96, and zákon č. 480/2004 Sb., § 7',
  },
  // https://www.slov-lex.sk/pravne-predpisy/SK/ZZ/2021/452/
  SK: { channels: EVERY, law: 'zákon č. 452/2021 Z. z., § 116' },
  // https://www.gesetze-im-internet.de/uwg_2004/__7.html
  DE: { channels: EVERY, law: 'UWG § 7 (2)' },
  // https://www.ris.bka.gv.at/eli/bgbl/i/2021/190/P174/NOR40238789
  AT: { channels: EVERY, law: 'TKG 2021 § 174' },
};

/** What a country that is not in the table is taken to require. */
const UNKNOWN: ConsentRule = {
  channels: EVERY,
  law: 'no rule of the country is known, so consent is required',
};

/** The law that requires consent for marketing there; undefined when none does. */
export function consentLaw(country: string, channel: ReachedBy): string | undefined {
  const rule = Object.hasOwn(CONSENT_RULES, country) ? CONSENT_RULES[country] : undefined;
  const { channels, law } = rule ?? UNKNOWN;
  return channels.includes(channel) ? law : undefined;
}
