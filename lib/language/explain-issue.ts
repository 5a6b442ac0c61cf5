// Turns zod's issues into what an author can use: a code, a sentence, a remedy and a path.
import type { z } from 'zod';
import type { LanguageCode } from './codes/language-codes.ts';
import { allKeys } from './known-keys.ts';
import { didYouMean, listed, nearest } from './nearest.ts';
import { keyNotOffered } from './not-offered.ts';
import { keysText, type Remedies } from './remedies/remedies.ts';
import { memberOf } from './remedies/schemas-at.ts';

export interface Explained {
  readonly code: LanguageCode;
  readonly path: readonly PropertyKey[];
  /** Whether the key or the value is at fault. */
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly remedy: string;
  /** The missing key; or, for an unknown one, the key that was probably meant. */
  readonly key?: string | undefined;
}

type Issue = z.core.$ZodIssue;
type IssueOf<C extends Issue['code']> = Extract<Issue, { code: C }>;

/** Codes that zod also uses when there is no value at all. */
const MISSING: readonly string[] = ['invalid_type', 'invalid_value', 'invalid_union'];

/** A misspelt key is reported once: as unknown, not as missing too. */
export function withoutEchoes(found: readonly Explained[]): readonly Explained[] {
  const meant = new Set(
    found
      .filter(({ code }) => code === 'unknown-key')
      .map((one) => echo(one.path.slice(0, -1), one)),
  );
  return found.filter((one) => one.code !== 'missing-key' || !meant.has(echo(one.path, one)));
}

const echo = (parent: readonly PropertyKey[], { key }: Explained) =>
  JSON.stringify([...parent.map(String), key]);

export function explainIssue(issue: Issue, remedies: Remedies): readonly Explained[] {
  if (issue.input === undefined && MISSING.includes(issue.code))
    return [missingKey(issue, remedies)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(issue, key, remedies));
    case 'invalid_type':
      return [wrongType(issue, remedies)];
    case 'invalid_value':
      return [wrongValue(issue, remedies)];
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue, remedies)];
    case 'invalid_key':
      return issue.issues.map((inner) => wrongKey(issue, inner, remedies));
    case 'invalid_union':
      return wrongUnion(issue, remedies);
    case 'invalid_format':
      return [wrongForm(issue, expectedFormat(issue), remedies)];
    default:
      return [wrongForm(issue, issue.message, remedies)];
  }
}

function explained(
  code: LanguageCode,
  issue: { path: readonly PropertyKey[] },
  message: string,
  remedy: string,
  part: Explained['part'] = 'value',
): Explained {
  return { code, path: issue.path, part, message, remedy };
}

function unknownKey(issue: Issue, key: string, remedies: Remedies): Explained {
  const message = `'${key}' has no meaning here`;
  const at = { path: [...issue.path, key] };
  const notOffered = keyNotOffered(issue.path, key);
  if (notOffered) return explained('not-offered', at, notOffered, 'Leave it out.', 'key');
  const known = remedies.keys(issue.path);
  const near = nearest(key, allKeys(known));
  const meant = near === undefined ? '' : `Did you mean '${near}'? `;
  const remedy = `${meant}${keysText(known) ?? `Delete '${key}'.`}`;
  return { ...explained('unknown-key', at, message, remedy, 'key'), key: near };
}

function missingKey(issue: Issue, remedies: Remedies): Explained {
  const key = String(issue.path.at(-1));
  const parent = { path: issue.path.slice(0, -1) };
  const known = remedies.keys(parent.path);
  const remedy = `Add '${key}': ${wanted(issue, key, remedies)} ${keysText(known) ?? ''}`.trim();
  return { ...explained('missing-key', parent, `'${key}' is missing`, remedy, 'key'), key };
}

/** What to write after a key that is missing. */
function wanted(issue: Issue, key: string, remedies: Remedies): string {
  if (issue.code === 'invalid_value') return `${listed(issue.values.map(String))}.`;
  const meaning = remedies.keys(issue.path.slice(0, -1)).meaning(key);
  if (meaning !== undefined) return meaning;
  const example = remedies.example(issue.path);
  const sort = issue.code === 'invalid_type' ? (SORTS[issue.expected] ?? 'a value') : 'a value';
  return example === undefined ? `${sort}.` : `${sort} such as ${example}.`;
}

const SORTS: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a block of keys and values',
  record: 'a block of keys and values',
  array: 'a list',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const sortOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block';
  return shown(value);
};

const shown = (value: unknown) => `'${String(value).slice(0, 60)}'`;

function wrongType(issue: IssueOf<'invalid_type'>, remedies: Remedies): Explained {
  const sort = SORTS[issue.expected] ?? issue.expected;
  const message = `expected ${sort}, found ${sortOf(issue.input)}`;
  const part = issue.input === null ? 'key' : 'value';
  return explained('wrong-type', issue, message, remedies.ofValue(issue.path), part);
}

function wrongValue(issue: IssueOf<'invalid_value'>, remedies: Remedies): Explained {
  const values = issue.values.map(String);
  const message = `expected ${listed(values)}, found ${sortOf(issue.input)}`;
  const near = nearest(String(issue.input), values);
  const meant = near === undefined ? remedies.corrected(issue.path) : `Did you mean '${near}'?`;
  return explained('wrong-value', issue, message, meant ?? `Use ${listed(values)}.`);
}

function wrongSize(
  issue: IssueOf<'too_small'> | IssueOf<'too_big'>,
  remedies: Remedies,
): Explained {
  const isSmall = issue.code === 'too_small';
  const limit = isSmall
    ? `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`
    : `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
  const bound = Number(isSmall ? issue.minimum : issue.maximum);
  const unit = sizeUnit(issue.origin, bound);
  const message = `must be ${limit}${unit}`;
  const { length } = Object(issue.input) as { readonly length?: number };
  if (isSmall || length === undefined || unit === '')
    return explained('wrong-size', issue, message, remedies.ofValue(issue.path));
  const over = `${length - bound}${sizeUnit(issue.origin, length - bound)}`;
  const remedy = `It has ${length}: leave out ${over}.`;
  return explained('wrong-size', issue, message, remedy);
}

function sizeUnit(origin: string, limit: number): string {
  const noun = { string: 'character', array: 'item' }[origin];
  if (noun === undefined) return '';
  return limit === 1 ? ` ${noun}` : ` ${noun}s`;
}

function wrongKey(issue: IssueOf<'invalid_key'>, inner: Issue, remedies: Remedies): Explained {
  const key = String(issue.path.at(-1));
  const expected = inner.code === 'invalid_format' ? expectedFormat(inner) : inner.message;
  const message = `expected ${expected}, found '${key}'`;
  const remedy = remedyOf(inner) ?? remedies.ofKey(issue.path);
  return explained('wrong-form', issue, message, remedy, 'key');
}

function wrongForm(issue: Issue, expected: string, remedies: Remedies): Explained {
  // as it was written, not as a transformation made it
  const isPart = typeof issue.input === 'object';
  const found = isPart ? '' : `, found ${sortOf(remedies.written(issue.path))}`;
  const remedy = remedyOf(issue) ?? remedies.ofValue(issue.path);
  return explained('wrong-form', issue, `expected ${expected}${found}`, remedy);
}

/** The remedy that a rule of a schema brings along. */
function remedyOf(issue: Issue): string | undefined {
  const remedy: unknown = issue.code === 'custom' ? issue.params?.remedy : undefined;
  return typeof remedy === 'string' ? remedy : undefined;
}

function expectedFormat(issue: IssueOf<'invalid_format'>): string {
  if (!issue.message.startsWith('Invalid')) return issue.message;
  if (issue.format === 'email') return 'an e-mail address';
  if ('prefix' in issue) return `text that begins with '${String(issue.prefix)}'`;
  return `text of the form ${issue.pattern}`;
}

function wrongUnion(issue: IssueOf<'invalid_union'>, remedies: Remedies): readonly Explained[] {
  if ('options' in issue && Array.isArray(issue.options))
    return [wrongKind(issue, issue.options.map(String), remedies)];
  const candidates = issue.errors.toSorted((a, b) => distance(a) - distance(b));
  const within = candidates.find((issues) => issues.length > 0 && issues.every(isWithin));
  if (within === undefined && !issue.message.startsWith('Invalid'))
    return [wrongForm(issue, issue.message, remedies)];
  return (within ?? candidates[0] ?? []).flatMap((inner) =>
    explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, remedies),
  );
}

/** The sort of value is right, and something in it is wrong. */
const isWithin = ({ path, code }: Issue): boolean =>
  path.length > 0 || code === 'unrecognized_keys';

/** A form none of whose keys are there was not meant. */
function distance(issues: readonly Issue[]): number {
  const missing = issues.some((issue) => issue.code === 'invalid_type' && !('input' in issue));
  return issues.length + (missing ? 100 : 0);
}

function wrongKind(
  issue: IssueOf<'invalid_union'>,
  kinds: readonly string[],
  remedies: Remedies,
): Explained {
  const key = String(issue.path.at(-1));
  const parent = { path: issue.path.slice(0, -1) };
  const found = memberOf(issue.input, key);
  if (found === undefined) {
    const likely = remedies.kindsFor(parent.path);
    const remedy = `Add '${key}': ${listed(likely.length > 0 ? likely : kinds)}.`;
    return { ...explained('missing-key', parent, `'${key}' is missing`, remedy, 'key'), key };
  }
  const message = `there is no kind ${shown(found)}`;
  const remedy = didYouMean(String(found), kinds) ?? remedies.ofValue(issue.path);
  return explained('unknown-kind', issue, message, remedy);
}
