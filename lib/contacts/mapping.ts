// Which column of a file becomes what of a record (REC-10): as the campaign says, else guessed from
// the headings.
import type { Campaign } from '../language/schema/campaign.ts';

export interface Mapping {
  /** Indexes of columns with telephone numbers, the default first. */
  readonly phones: readonly number[];
  readonly emails: readonly number[];
  readonly weight?: number;
  readonly fields: readonly { readonly field: string; readonly column: number }[];
}

export type Mapped =
  | { readonly kind: 'mapped'; readonly mapping: Mapping }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const PHONE_HEADINGS = /^(tel|telefon|phone|mobil|mobile|komorka|numer telefonu|nr tel|cislo|gsm)/;
const EMAIL_HEADINGS = /^(e ?mail|mail|adres e ?mail|poczta)/;
const WEIGHT_HEADINGS = /^(waga|vaha|weight)$/;

export function mapColumns(headings: readonly string[], campaign: Campaign): Mapped {
  const columns = headings.map(plain);
  const problems: string[] = [];
  const missing: string[] = [];
  const find = (heading: string): number | undefined => {
    const at = columns.indexOf(plain(heading));
    if (at >= 0) return at;
    missing.push(`'${heading}'`);
    return undefined;
  };
  const told = campaign.columns;
  const mapping =
    told && isTheirs(told, columns) ? toldMapping(told, find) : guessedMapping(columns, campaign);
  if (missing.length > 0)
    problems.push(
      `no column ${missing.join(', ')}, which the campaign names; the file has: ${shown(headings)}`,
    );
  if (problems.length === 0 && mapping.phones.length + mapping.emails.length === 0)
    problems.push(
      `no column with telephone numbers or e-mail addresses; name it under 'columns' of the campaign. The file has: ${shown(headings)}`,
    );
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'mapped', mapping };
}

/**
 * A file without a single column the campaign names comes from somewhere else, and its headings are
 * guessed; one that lacks some of them is a mistake. 'E-mail' is the same everywhere and tells
 * nothing.
 */
function isTheirs(
  { phone, email, weight, fields }: NonNullable<Campaign['columns']>,
  columns: readonly string[],
): boolean {
  const named = [phone ?? [], weight ?? [], Object.values(fields)].flat();
  const telling = named.length > 0 ? named : [email ?? []].flat();
  return telling.some((heading) => columns.includes(plain(heading)));
}

const MOST_SHOWN = 300;

/** What is no table may be anything: it is shown without control characters, and not all of it. */
function shown(headings: readonly string[]): string {
  const text = headings.join(', ').replaceAll(/\p{C}+/gu, '…');
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text;
}

function toldMapping(
  told: NonNullable<Campaign['columns']>,
  find: (heading: string) => number | undefined,
): Mapping {
  const all = (headings: string | readonly string[] | undefined) =>
    [headings ?? []].flat().flatMap((heading) => find(heading) ?? []);
  const weight = told.weight === undefined ? undefined : find(told.weight);
  return {
    phones: all(told.phone),
    emails: all(told.email),
    weight,
    fields: Object.entries(told.fields).flatMap(([field, heading]) => {
      const column = find(heading);
      return column === undefined ? [] : [{ field, column }];
    }),
  };
}

function guessedMapping(columns: readonly string[], campaign: Campaign): Mapping {
  const where = (pattern: RegExp) =>
    columns.flatMap((column, index) => (pattern.test(column) ? [index] : []));
  const weight = where(WEIGHT_HEADINGS)[0];
  return {
    phones: where(PHONE_HEADINGS),
    emails: where(EMAIL_HEADINGS),
    weight,
    fields: Object.entries(campaign.fields).flatMap(([field, { label }]) => {
      const column = columns.findIndex(
        (heading) => heading === plain(field) || (label !== undefined && heading === plain(label)),
      );
      return column < 0 ? [] : [{ field, column }];
    }),
  };
}

/** Headings are compared without case, accents and punctuation. */
function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
