// Public holidays by law: days without work for everybody. Each country names its law and the year
// its list was last compared with it; a day that came or went names the years. Shop-closing days
// and memorial days that are worked are not in it (Slovakia's 1 September since 2024, 17 November
// since 2025).

/**
 * Each year on the same date, so many days from Easter Sunday, or the last such weekday before a
 * date.
 */
export type When =
  | { readonly date: string }
  | { readonly easter: number }
  | { readonly wednesdayBefore: string };

export type Holiday = When & {
  /** As it is called in English. */
  readonly name: string;
  /** First year it is a holiday; always when missing. */
  readonly from?: number;
  /** Last year. */
  readonly until?: number;
  readonly notIn?: readonly number[];
  /** ISO 3166-2 without the country; the whole country when missing. */
  readonly regions?: readonly string[];
};

export interface HolidayList {
  readonly law: string;
  /** The year the list was compared with the law. */
  readonly asOf: number;
  readonly holidays: readonly Holiday[];
}

const NEW_YEAR = { name: "New Year's Day", date: '01-01' };
const EPIPHANY = { name: 'Epiphany', date: '01-06' };
const GOOD_FRIDAY = { name: 'Good Friday', easter: -2 };
const EASTER = { name: 'Easter Sunday', easter: 0 };
const EASTER_MONDAY = { name: 'Easter Monday', easter: 1 };
const ASCENSION = { name: 'Ascension Day', easter: 39 };
const WHIT_SUNDAY = { name: 'Whit Sunday', easter: 49 };
const WHIT_MONDAY = { name: 'Whit Monday', easter: 50 };
const CORPUS_CHRISTI = { name: 'Corpus Christi', easter: 60 };
const LABOUR = { name: 'Labour Day', date: '05-01' };
const ASSUMPTION = { name: 'Assumption Day', date: '08-15' };
const ALL_SAINTS = { name: "All Saints' Day", date: '11-01' };
const CHRISTMAS_EVE = { name: 'Christmas Eve', date: '12-24' };
const CHRISTMAS = { name: 'Christmas Day', date: '12-25' };
const SECOND_CHRISTMAS = { name: 'Second Day of Christmas', date: '12-26' };

export const HOLIDAYS: Readonly<Record<string, HolidayList>> = {
  PL: {
    law: 'ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy; 24 December by Dz.U. 2024 poz. 1965, from 2025',
    asOf: 2026,
    holidays: [
      NEW_YEAR,
      EPIPHANY,
      EASTER,
      EASTER_MONDAY,
      LABOUR,
      { name: 'Constitution Day', date: '05-03' },
      WHIT_SUNDAY,
      CORPUS_CHRISTI,
      ASSUMPTION,
      ALL_SAINTS,
      { name: 'Independence Day', date: '11-11' },
      { ...CHRISTMAS_EVE, from: 2025 },
      CHRISTMAS,
      SECOND_CHRISTMAS,
    ],
  },
  CZ: {
    law: 'zákon č. 245/2000 Sb., o státních svátcích; Good Friday from 2016',
    asOf: 2026,
    holidays: [
      NEW_YEAR,
      { ...GOOD_FRIDAY, from: 2016 },
      EASTER_MONDAY,
      LABOUR,
      { name: 'Victory Day', date: '05-08' },
      { name: 'Saints Cyril and Methodius', date: '07-05' },
      { name: 'Jan Hus Day', date: '07-06' },
      { name: 'Czech Statehood Day', date: '09-28' },
      { name: 'Independence Day', date: '10-28' },
      { name: 'Struggle for Freedom and Democracy Day', date: '11-17' },
      CHRISTMAS_EVE,
      CHRISTMAS,
      SECOND_CHRISTMAS,
    ],
  },
  SK: {
    law: 'zákon č. 241/1993 Z. z., amended by 530/2023 Z. z. (1 September) and 261/2025 Z. z. (17 November for good, 8 May and 15 September in 2026)',
    asOf: 2026,
    holidays: [
      { name: 'Day of the Slovak Republic', date: '01-01' },
      EPIPHANY,
      GOOD_FRIDAY,
      EASTER_MONDAY,
      LABOUR,
      { name: 'Victory over Fascism Day', date: '05-08', notIn: [2026] },
      { name: 'Saints Cyril and Methodius', date: '07-05' },
      { name: 'Slovak National Uprising', date: '08-29' },
      { name: 'Constitution Day', date: '09-01', until: 2023 },
      { name: 'Our Lady of Sorrows', date: '09-15', notIn: [2026] },
      ALL_SAINTS,
      { name: 'Struggle for Freedom and Democracy Day', date: '11-17', until: 2024 },
      CHRISTMAS_EVE,
      CHRISTMAS,
      SECOND_CHRISTMAS,
    ],
  },
  DE: {
    law: 'Einigungsvertrag Art. 2 Abs. 2 (3 October); for the rest the Feiertagsgesetze of the Länder. Assumption Day counts for all of Bavaria, though only most municipalities have it; holidays of individual municipalities (Augsburg, Corpus Christi in parts of Saxony and Thuringia) are not in the list',
    asOf: 2026,
    holidays: [
      NEW_YEAR,
      { ...EPIPHANY, regions: ['BW', 'BY', 'ST'] },
      { name: "Women's Day", date: '03-08', from: 2019, regions: ['BE'] },
      { name: "Women's Day", date: '03-08', from: 2023, regions: ['MV'] },
      GOOD_FRIDAY,
      { ...EASTER, regions: ['BB'] },
      EASTER_MONDAY,
      LABOUR,
      { name: 'Liberation Day', date: '05-08', from: 2025, until: 2025, regions: ['BE'] },
      ASCENSION,
      { ...WHIT_SUNDAY, regions: ['BB'] },
      WHIT_MONDAY,
      { ...CORPUS_CHRISTI, regions: ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'] },
      {
        name: '75 years of the uprising of 17 June 1953',
        date: '06-17',
        from: 2028,
        until: 2028,
        regions: ['BE'],
      },
      { ...ASSUMPTION, regions: ['BY', 'SL'] },
      { name: "World Children's Day", date: '09-20', from: 2019, regions: ['TH'] },
      { name: 'German Unity Day', date: '10-03' },
      { name: 'Reformation Day', date: '10-31', regions: ['BB', 'MV', 'SN', 'ST', 'TH'] },
      { name: 'Reformation Day', date: '10-31', from: 2018, regions: ['HB', 'HH', 'NI', 'SH'] },
      { ...ALL_SAINTS, regions: ['BW', 'BY', 'NW', 'RP', 'SL'] },
      { name: 'Repentance and Prayer Day', wednesdayBefore: '11-23', regions: ['SN'] },
      CHRISTMAS,
      SECOND_CHRISTMAS,
    ],
  },
};
