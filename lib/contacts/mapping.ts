// Which column of a file becomes what of a record (REC-10): as the campaign says, else by headings
// that the values bear out. Values alone decide nothing: a number of a contract may look like a
// telephone number.
import type { Campaign, NamedColumns } from '../language/schema/campaign.ts';
import { cleanCell } from './cell.ts';
import { readEmails } from './email-cell.ts';
import { fieldsByHeading } from './field-headings.ts';
import { type Kind, kindOfHeading, namesOthers, plainHeading } from './headings.ts';
import { readPhones } from './phone-cell.ts';

export interface Mapping {
  /** Indexes of columns with telephone numbers, the default first. */
  readonly phones: readonly number[];
  readonly emails: readonly number[];
  readonly weight?: number | undefined;
  /** Whom records are private to (REC-7); only where the campaign names it. */
  readonly agent?: { readonly index: number; readonly heading: string } | undefined;
  /** Who has consented to marketing (NEW-8); only where the campaign names it. */
  readonly consent?: { readonly index: number; readonly heading: string } | undefined;
  readonly fields: readonly { readonly field: string; readonly column: number }[];
}

export interface Mapped {
  readonly mapping: Mapping;
  /** Who says so: the campaign's file, a mapping that people saved, or the headings alone. */
  readonly by: MappedBy;
  /** What a person should know of the choice. */
  readonly remarks: readonly string[];
  /** Why the file cannot be imported with these headings. */
  readonly problems: readonly string[];
}

export type MappedBy = 'campaign' | 'saved' | 'headings';

/** Some rows of the file, to look at the values below the headings. */
export type Sample = readonly (readonly string[])[];

export function mapColumns(
  headings: readonly string[],
  campaign: Campaign,
  sample: Sample,
  country: string,
  saved?: NamedColumns,
): Mapped {
  const columns = headings.map(plainHeading);
  const theirs = campaign.columns && isTheirs(campaign.columns, columns);
  const named = saved ?? (theirs ? campaign.columns : undefined);
  const missing: string[] = [];
  const values = new Values(sample, country);
  const { mapping, remarks } = named
    ? { mapping: namedMapping(named, columns, missing), remarks: [] }
    : guessedMapping(headings, columns, campaign, values);
  const problems: string[] = [];
  if (missing.length > 0)
    problems.push(
      `no column ${missing.join(', ')}, which the ${saved ? 'mapping' : 'campaign'} names; the file has: ${shown(headings)}`,
    );
  else if (mapping.phones.length + mapping.emails.length === 0)
    problems.push(noColumn(headings, values));
  const by = saved ? 'saved' : named ? 'campaign' : 'headings';
  return { mapping, by, remarks, problems };
}

/** The columns of a mapping by their headings, to be saved or written into the campaign's file. */
export function namedColumns(
  { phones, emails, weight, agent, consent, fields }: Mapping,
  headings: readonly string[],
): NamedColumns {
  const name = (column: number) => headings[column] ?? '';
  return {
    ...(phones.length > 0 ? { phone: phones.map(name) } : {}),
    ...(emails.length > 0 ? { email: emails.map(name) } : {}),
    ...(weight === undefined ? {} : { weight: name(weight) }),
    ...(agent === undefined ? {} : { agent: name(agent.index) }),
    ...(consent === undefined ? {} : { consent: name(consent.index) }),
    fields: Object.fromEntries(fields.map(({ field, column }) => [field, name(column)])),
  };
}

/**
 * A file without a single column the campaign names comes from somewhere else, and its headings are
 * guessed; one that lacks some of them is a mistake. 'E-mail' is the same everywhere and says
 * nothing.
 */
function isTheirs(
  { phone, email, weight, agent, fields }: NamedColumns,
  columns: readonly string[],
): boolean {
  const named = [phone ?? [], weight ?? [], agent ?? [], Object.values(fields)].flat();
  const deciding = named.length > 0 ? named : [email ?? []].flat();
  return deciding.some((heading) => columns.includes(plainHeading(heading)));
}

const MOST_SHOWN = 300;

/** What is no table may be anything: it is shown without control characters, and not all of it. */
function shown(headings: readonly string[]): string {
  const text = headings.join(', ').replaceAll(/\p{C}+/gu, '…');
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text;
}

function noColumn(headings: readonly string[], values: Values): string {
  const first = headings.some((heading) => values.reads('phone', heading));
  if (first)
    return `the first row holds a telephone number where headings should stand: put the names of the columns above it. It reads: ${shown(headings)}`;
  const like = headings.filter((_, column) => values.share('phone', column) > 0.5);
  const hint = like.length > 0 ? ` The values of ${quoted(like)} look like telephone numbers.` : '';
  return `no column with telephone numbers or e-mail addresses; name it under 'columns' of the campaign.${hint} The file has: ${shown(headings)}`;
}

function namedMapping(named: NamedColumns, columns: readonly string[], missing: string[]): Mapping {
  const find = (heading: string): readonly number[] => {
    const at = columns.indexOf(plainHeading(heading));
    if (at < 0) missing.push(`'${heading}'`);
    return at < 0 ? [] : [at];
  };
  const all = (headings: string | readonly string[] | undefined) =>
    [headings ?? []].flat().flatMap(find);
  const agent = all(named.agent)[0];
  const consent = all(named.consent)[0];
  return {
    phones: all(named.phone),
    emails: all(named.email),
    weight: all(named.weight)[0],
    agent: agent === undefined ? undefined : { index: agent, heading: named.agent ?? '' },
    consent: consent === undefined ? undefined : { index: consent, heading: named.consent ?? '' },
    fields: Object.entries(named.fields).flatMap(([field, heading]) =>
      find(heading).map((column) => ({ field, column })),
    ),
  };
}

function guessedMapping(
  headings: readonly string[],
  columns: readonly string[],
  campaign: Campaign,
  values: Values,
): { readonly mapping: Mapping; readonly remarks: readonly string[] } {
  const remarks: string[] = [];
  const called = Object.entries(campaign.fields).flatMap(([field, { label }]) => {
    const column = columns.findIndex(
      (heading) =>
        heading === plainHeading(field) || (label !== undefined && heading === plainHeading(label)),
    );
    return column < 0 ? [] : [{ field, column }];
  });
  const where = (kind: Kind) =>
    columns.flatMap((plain, index) => (kindOfHeading(plain) === kind ? [index] : []));
  const borneOut = (kind: 'phone' | 'email') => {
    const all = where(kind);
    const isOther = (column: number) => values.isNever(kind, column);
    if (all.every(isOther)) return all;
    for (const column of all.filter(isOther))
      remarks.push(
        `column '${headings[column]}' was left out: none of its values is ${NAMES[kind]}`,
      );
    return all.filter((column) => !isOther(column));
  };
  const mapping = {
    phones: borneOut('phone'),
    emails: borneOut('email'),
    weight: where('weight')[0],
  };
  const left = Object.entries(campaign.fields).filter(
    ([field]) => !called.some((one) => one.field === field),
  );
  const taken = [...called.map(({ column }) => column), ...mapping.phones, ...mapping.emails];
  const free = columns.flatMap((plain, index) =>
    taken.includes(index) || index === mapping.weight ? [] : [{ index, plain }],
  );
  const { found, several } = fieldsByHeading(Object.fromEntries(left), free);
  for (const [field, among] of several)
    remarks.push(
      `field '${field}' was left empty: it could be ${quoted(among.map((column) => headings[column] ?? ''))}`,
    );
  columns.forEach((plain, index) => {
    if (namesOthers(plain))
      remarks.push(`column '${headings[index]}' was left out: it belongs to somebody else`);
  });
  return { mapping: { ...mapping, fields: [...called, ...found] }, remarks };
}

const NAMES = { phone: 'a telephone number', email: 'an e-mail address' } as const;

const quoted = (headings: readonly string[]): string =>
  headings.map((heading) => `'${heading}'`).join(', ');

/** Values that are no accident. */
const ENOUGH = 5;

/** The values of the sample, column by column. */
class Values {
  private readonly sample: Sample;
  private readonly country: string;

  constructor(sample: Sample, country: string) {
    this.sample = sample;
    this.country = country;
  }

  reads(kind: 'phone' | 'email', text: string): boolean {
    const read = kind === 'phone' ? readPhones(text, this.country) : readEmails(text);
    return read.values.length > 0;
  }

  /** Of the values that are there. */
  share(kind: 'phone' | 'email', column: number): number {
    const values = this.of(column);
    const good = values.filter((text) => this.reads(kind, text));
    return values.length === 0 ? 0 : good.length / values.length;
  }

  /** Enough values, and not one that would do. */
  isNever(kind: 'phone' | 'email', column: number): boolean {
    return this.of(column).length >= ENOUGH && this.share(kind, column) === 0;
  }

  private of(column: number): readonly string[] {
    return this.sample.map((cells) => cleanCell(cells[column] ?? '')).filter((text) => text !== '');
  }
}
