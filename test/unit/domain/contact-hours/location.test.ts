import { describe, expect, it } from 'vitest';
import { germanLand } from '../../../../lib/domain/contact-hours/german-lands.ts';
import {
  cluesOf,
  locationsOf,
  type Place,
  type PlaceSettings,
} from '../../../../lib/domain/contact-hours/location.ts';
import { originOf } from '../../../../lib/domain/contact-hours/numbering.ts';

const settings: PlaceSettings = {
  where: 'callee',
  country: 'PL',
  zone: 'Europe/Warsaw',
  countryField: 'country',
  regionField: 'land',
};

function places(
  phone: string,
  fields: Readonly<Record<string, string>> = {},
  more: Partial<PlaceSettings> = {},
): readonly Place[] {
  const record = { phones: [{ value: phone, isDefault: true }], fields };
  const given = { ...settings, ...more };
  return locationsOf(cluesOf(record, given), given);
}

const told = (all: readonly Place[]) =>
  all.map(({ country, zones, regions, knownBy: by }) =>
    [country, zones.join('+'), regions.length === 16 ? 'any' : regions.join('+'), by].join(' '),
  );

describe('a number tells (NEW-7)', () => {
  it.each([
    ['+48221000001', 'PL', 'Europe/Warsaw'],
    ['+48601000001', 'PL', 'Europe/Warsaw'],
    ['+420601000001', 'CZ', 'Europe/Prague'],
    ['+421905000001', 'SK', 'Europe/Bratislava'],
    ['+12125550100', 'US', 'America/New_York'],
    ['+14165550100', 'CA', 'America/Toronto'],
    ['+12425550100', 'BS', 'America/Nassau'],
    ['+77015550100', 'KZ', 'Asia/Almaty'],
    ['+390669812345', 'IT', 'Europe/Rome'],
    ['+34928123456', 'ES', 'Atlantic/Canary'],
  ])('of %s the country %s and the zone', (phone, country, zones) => {
    const origin = originOf(phone);

    expect([origin?.country, origin?.zones.join(' ')]).toEqual([country, zones]);
  });

  it.each([
    ['+4930123456', 'BE'],
    ['+4989123456', 'BY'],
    ['+4940123456', 'HH'],
    ['+49421123456', 'HB'],
    ['+4922112345', 'NW'],
    ['+49341123456', 'SN'],
    ['+49681123456', 'SL'],
    ['+49711123456', 'BW'],
    ['+4969123456', 'HE'],
    ['+493511234567', 'SN'],
    ['+493611234567', 'TH'],
    ['+496131123456', 'HE RP'],
  ])('of the German landline %s the Land', (phone, lands) => {
    expect(originOf(phone)?.regions.join(' ')).toBe(lands);
  });

  it('of a mobile number no Land, and of a mobile number of a wide country every zone', () => {
    expect(originOf('+491701234567')?.regions).toEqual([]);
    expect(originOf('+61412345678')?.zones).toContain('Australia/Perth');
    expect(originOf('+34612345678')?.zones).toEqual(['Atlantic/Canary', 'Europe/Madrid']);
  });

  it.each(['+881612345678', '601234567', '', '+'])('of %j nothing', (phone) => {
    expect(originOf(phone)).toBeUndefined();
  });
});

describe('where a callee is (NEW-7)', () => {
  it('is told by the number', () => {
    expect(told(places('+4930123456'))).toEqual(['DE Europe/Berlin BE by its number']);
  });

  it('may be any Land when number and address do not tell', () => {
    const none = places('+491701234567', { land: 'Bawaria' });

    expect(told(none)).toEqual(['DE Europe/Berlin any by its number']);
  });

  it.each(['Bayern', ' by ', 'DE-BY', 'bavaria'])('is the Land of the address, %j', (land) => {
    expect(told(places('+491701234567', { land }))).toEqual([
      'DE Europe/Berlin BY by number and address',
    ]);
  });

  it('is both, when number and address name two countries', () => {
    const both = places('+48601000001', { country: 'de', land: 'Berlin' });

    expect(told(both)).toEqual([
      'PL Europe/Warsaw  by its number',
      'DE Europe/Berlin BE by its address',
    ]);
  });

  it('is told by the address of a number that tells nothing', () => {
    expect(told(places('+881612345678', { country: 'CZ' }))).toEqual([
      'CZ Europe/Prague  by its address',
    ]);
  });

  it('is told by a country in words', () => {
    expect(told(places('+881612345678', { country: 'Česko' }))).toEqual([
      'CZ Europe/Prague  by its address',
    ]);
  });

  it('is the campaign when nothing tells, and says so', () => {
    const unknown = places('+881612345678', { country: 'nieznany' });

    expect(unknown).toEqual([
      {
        country: 'PL',
        zones: ['Europe/Warsaw'],
        regions: [],
        knownBy: 'by the campaign',
        isUnknown: true,
      },
    ]);
  });

  it('is the campaign for everybody when the campaign says so', () => {
    const all = places('+4930123456', {}, { where: 'campaign' });

    expect(told(all)).toEqual(['PL Europe/Warsaw  by the campaign']);
    expect(all[0]?.isUnknown).toBe(false);
  });
});

describe('a Land', () => {
  it.each(['', 'DE', 'constructor', 'Tirol', 'XX'])('is not named by %j', (text) => {
    expect(germanLand(text)).toBeUndefined();
  });
});
