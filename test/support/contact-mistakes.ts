// Mistakes in the hours people may be called in where they are (NEW-7).
import type { Mistake } from './mistakes.ts';

const CAMPAIGN = 'campaigns/spring.yaml';

export const CONTACT_MISTAKES = {
  'hours-never-meet': {
    wrong: {
      [CAMPAIGN]: [
        'name: Spring\n',
        'name: Spring\ncontactHours: { countries: { PL: { week: { sun: 08:00-20:00 } } } }\n',
      ],
    },
    told: [
      `${CAMPAIGN}:5:12 the queue is never staffed when people in PL may be called`,
      `${CAMPAIGN}:8:18 recalls are never made when people in PL may be called`,
    ],
    right: {
      [CAMPAIGN]: [
        'name: Spring\n',
        'name: Spring\ncontactHours: { countries: { PL: { week: { fri: 16:59-20:00 } } } }\n',
      ],
    },
  },
  'unknown-country': {
    wrong: {
      [CAMPAIGN]: [
        'name: Spring\n',
        'name: Spring\ncontactHours:\n  countries: { PO: { holidays: open } }\n',
      ],
    },
    told: [`${CAMPAIGN}:3:16 no telephone number is of a country 'PO'`],
    right: {
      [CAMPAIGN]: [
        'name: Spring\n',
        'name: Spring\ncontactHours:\n  countries: { PT: { holidays: open } }\n',
      ],
    },
  },
  'unknown-address-field': {
    wrong: {
      [CAMPAIGN]: ['name: Spring\n', 'name: Spring\ncontactHours: { regionField: nmae }\n'],
    },
    told: [`${CAMPAIGN}:2:30 the address is to be in 'nmae', but the campaign has no such field`],
    right: {
      [CAMPAIGN]: ['name: Spring\n', 'name: Spring\ncontactHours: { regionField: name }\n'],
    },
  },
  'address-without-use': {
    wrong: {
      [CAMPAIGN]: [
        'name: Spring\n',
        'name: Spring\ncontactHours: { where: campaign, countryField: name }\n',
      ],
    },
    told: [
      `${CAMPAIGN}:2:34 'countryField' has no meaning when everybody is taken to be where the campaign is`,
    ],
    right: {
      [CAMPAIGN]: ['name: Spring\n', 'name: Spring\ncontactHours: { countryField: name }\n'],
    },
  },
} as const satisfies Readonly<Record<string, Mistake>>;
