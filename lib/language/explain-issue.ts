// Turns zod's issues into what an author can use: a code, a sentence, a remedy and a path.
import type { z } from 'zod';
import type { LanguageCode } from './codes/language-codes.ts';
import { didYouMean, listed, nearest } from './nearest.ts';
import { keyNotOffered, kindNotOffered } from './not-offered.ts';

export interface Explained {
  readonly code: LanguageCode;
  readonly path: readonly PropertyKey[];
  /** Whether the key or the value is at fault. */
  readonly part: 'key' | 'value';
  readonly message: string;
  /** The code's own when undefined. */
  readonly remedy: string | undefined;
  /** The missing key; or, for an unknown one, the key that was probably meant. */
  readonly key?: string;
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

/** @param known the keys a schema accepts at a path, for suggestions */
export function explainIssue(
  issue: Issue,
  known: (path: readonly PropertyKey[]) => readonly string[],
): readonly Explained[] {
  if (issue.input === undefined && MISSING.includes(issue.code)) return [missingKey(issue)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(issue, key, known(issue.path)));
    case 'invalid_type':
      return [wrongType(issue)];
    case 'invalid_value':
      return [wrongValue(issue)];
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue)];
    case 'invalid_key':
      return issue.issues.map((inner) => wrongKey(issue, inner));
    case 'invalid_union':
      return wrongUnion(issue, known);
    case 'invalid_format':
      return [wrongForm(issue, expectedFormat(issue))];
    default:
      return [wrongForm(issue, issue.message)];
  }
}

function explained(
  code: LanguageCode,
  issue: { path: readonly PropertyKey[] },
  message: string,
  remedy: string | undefined,
  part: Explained['part'] = 'value',
): Explained {
  return { code, path: issue.path, part, message, remedy };
}

function unknownKey(issue: Issue, key: string, known: readonly string[]): Explained {
  const message = `'${key}' has no meaning here`;
  const at = { path: [...issue.path, key] };
  const notOffered = keyNotOffered(issue.path, key);
  if (notOffered) return explained('not-offered', at, notOffered, undefined, 'key');
  const near = nearest(key, known);
  return {
    ...explained('unknown-key', at, message, didYouMean(key, known), 'key'),
    ...(near !== undefined && { key: near }),
  };
}

function missingKey(issue: Issue): Explained {
  const key = String(issue.path.at(-1));
  const parent = { path: issue.path.slice(0, -1) };
  const remedy = `Add '${key}': ${wanted(issue)}.`;
  return { ...explained('missing-key', parent, `'${key}' is missing`, remedy, 'key'), key };
}

function wanted(issue: Issue): string {
  if (issue.code === 'invalid_type') return SORTS[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return listed(issue.values.map(String));
  return issue.message.startsWith('Invalid') ? 'a value' : issue.message;
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

function wrongType(issue: IssueOf<'invalid_type'>): Explained {
  const sort = SORTS[issue.expected] ?? issue.expected;
  const found = sortOf(issue.input);
  const message = `expected ${sort}, found ${found}`;
  const isBare = typeof issue.input === 'number' || typeof issue.input === 'boolean';
  const remedy = issue.expected === 'string' && isBare ? bareRemedy(issue.input) : undefined;
  const part = issue.input === null ? 'key' : 'value';
  return explained('wrong-type', issue, message, remedy, part);
}

const bareRemedy = (input: unknown) =>
  `Put it in quotes if it is text; write a duration with its unit, such as "${String(input)} s".`;

function wrongValue(issue: IssueOf<'invalid_value'>): Explained {
  const values = issue.values.map(String);
  const message = `expected ${listed(values)}, found ${sortOf(issue.input)}`;
  return explained('wrong-value', issue, message, didYouMean(String(issue.input), values));
}

function wrongSize(issue: IssueOf<'too_small'> | IssueOf<'too_big'>): Explained {
  const limit =
    issue.code === 'too_small'
      ? `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`
      : `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
  const unit = sizeUnit(issue.origin, 'minimum' in issue ? issue.minimum : issue.maximum);
  return explained('wrong-size', issue, `must be ${limit}${unit}`, undefined);
}

function sizeUnit(origin: string, limit: number | bigint): string {
  const noun = { string: 'character', array: 'item' }[origin];
  if (noun === undefined) return '';
  return limit === 1 ? ` ${noun}` : ` ${noun}s`;
}

function wrongKey(issue: IssueOf<'invalid_key'>, inner: Issue): Explained {
  const key = String(issue.path.at(-1));
  const expected = inner.code === 'invalid_format' ? expectedFormat(inner) : inner.message;
  return explained('wrong-form', issue, `expected ${expected}, found '${key}'`, undefined, 'key');
}

function wrongForm(issue: Issue, expected: string): Explained {
  const input = issue.input;
  const found = typeof input === 'object' ? '' : `, found ${sortOf(input)}`;
  return explained('wrong-form', issue, `expected ${expected}${found}`, undefined);
}

function expectedFormat(issue: IssueOf<'invalid_format'>): string {
  if (!issue.message.startsWith('Invalid')) return issue.message;
  if (issue.format === 'email') return 'an e-mail address';
  if ('prefix' in issue) return `text that begins with '${String(issue.prefix)}'`;
  return `text of the form ${issue.pattern}`;
}

function wrongUnion(
  issue: IssueOf<'invalid_union'>,
  known: (path: readonly PropertyKey[]) => readonly string[],
): readonly Explained[] {
  if ('options' in issue && Array.isArray(issue.options)) return [wrongKind(issue, issue.options)];
  if (!issue.message.startsWith('Invalid')) return [wrongForm(issue, issue.message)];
  const candidates = issue.errors.toSorted((a, b) => distance(a) - distance(b));
  return (candidates[0] ?? []).flatMap((inner) =>
    explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, known),
  );
}

/** A form none of whose keys are there was not meant. */
function distance(issues: readonly Issue[]): number {
  const missing = issues.some((issue) => issue.code === 'invalid_type' && !('input' in issue));
  return issues.length + (missing ? 100 : 0);
}

function wrongKind(issue: IssueOf<'invalid_union'>, options: readonly unknown[]): Explained {
  const kinds = options.map(String);
  const discriminator = issue.path.at(-1);
  const found = (issue.input as Readonly<Record<PropertyKey, unknown>> | undefined)?.[
    discriminator ?? ''
  ];
  if (found === undefined) {
    const key = String(discriminator);
    const parent = { path: issue.path.slice(0, -1) };
    const remedy = `Add '${key}': ${listed(kinds)}.`;
    return { ...explained('missing-key', parent, `'${key}' is missing`, remedy, 'key'), key };
  }
  const notOffered = kindNotOffered(String(found));
  if (notOffered) return explained('not-offered', issue, notOffered, undefined);
  const message = `there is no kind ${shown(found)}`;
  return explained('unknown-kind', issue, message, didYouMean(String(found), kinds));
}
