// How people write the Länder in a column of addresses.

import { own } from '../../language/dictionary.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  BB: ['brandenburg'],
  BE: ['berlin'],
  BW: ['baden-württemberg', 'baden-wuerttemberg'],
  BY: ['bayern', 'bavaria'],
  HB: ['bremen', 'freie hansestadt bremen'],
  HE: ['hessen', 'hesse'],
  HH: ['hamburg', 'freie und hansestadt hamburg'],
  MV: ['mecklenburg-vorpommern', 'mecklenburg-western pomerania'],
  NI: ['niedersachsen', 'lower saxony'],
  NW: ['nordrhein-westfalen', 'north rhine-westphalia', 'nrw'],
  RP: ['rheinland-pfalz', 'rhineland-palatinate'],
  SH: ['schleswig-holstein'],
  SL: ['saarland'],
  SN: ['sachsen', 'saxony'],
  ST: ['sachsen-anhalt', 'saxony-anhalt'],
  TH: ['thüringen', 'thueringen', 'thuringia'],
};

export const GERMAN_LAND_CODES: readonly string[] = Object.keys(NAMES);

/** "BY", "DE-BY" or "Bayern" to BY; undefined when it names no Land. */
export function germanLand(text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  const code = wanted.replace(/^de[- ]/, '').toUpperCase();
  if (own(NAMES, code) !== undefined) return code;
  return Object.entries(NAMES).find(([, names]) => names.includes(wanted))?.[0];
}
