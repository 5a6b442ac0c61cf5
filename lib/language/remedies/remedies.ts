// What to write instead: a value made from what was written and tried on the schema of its place,
// or an example of the form that is expected there.
import { stringify } from 'yaml';
import { z } from 'zod';
import { type KnownKeys, knownKeys } from '../known-keys.ts';
import type { Path, YamlFile } from '../read-yaml.ts';
import { seconds } from '../schema/basics.ts';
import { candidates, withUnits } from './candidates.ts';
import { exampleOf } from './example-of.ts';
import { formsOf, isAccepted, keySchemasAt, memberOf, schemasAt } from './schemas-at.ts';

export interface Remedies {
  /** What was written at a place; a number as its digits stand in the file. */
  readonly written: (path: Path) => unknown;
  readonly keys: (path: Path) => KnownKeys;
  /** A value made from what was written, or undefined where nothing fits. */
  readonly corrected: (path: Path) => string | undefined;
  /** The same, or an example of what is expected. */
  readonly ofValue: (path: Path) => string;
  /** What to write in place of a key that has not the form of one. */
  readonly ofKey: (path: Path) => string;
  /** Kinds that have all the keys of a block in which the kind is missing. */
  readonly kindsFor: (path: Path) => readonly string[];
  /** An example of a value, as it would be written after its key. */
  readonly example: (path: Path) => string | undefined;
}

type Schema = z.core.$ZodType;

/** Longer examples would be read by nobody. */
const LONGEST_EXAMPLE = 60;

export function remediesFor(
  schema: z.ZodType,
  value: unknown,
  file: Pick<YamlFile, 'sourceAt'>,
): Remedies {
  const keys = knownKeys(schema, value);
  const written = (path: Path) => path.reduce(memberOf, value);
  const exampleAt = (schemas: readonly Schema[]) =>
    inYaml(schemas.map(exampleOf).find((one) => one !== undefined));
  const corrected = (path: Path) =>
    write(corrections(schemasAt(schema, value, path), written(path), file.sourceAt(path)));
  const ofValue = (path: Path) => {
    const example = () => exampleAt(schemasAt(schema, value, path));
    if (written(path) === null) return afterColon(path, example());
    return corrected(path) ?? forExample(example()) ?? keysText(keys(path)) ?? deleteIt(path);
  };
  const ofKey = (path: Path) => {
    const schemas = keySchemasAt(schema, value, path);
    const names = corrections(schemas, String(path.at(-1)), undefined);
    const correct = write(names.filter((one) => typeof one === 'string'));
    return correct ?? forExample(exampleAt(schemas)) ?? deleteIt(path);
  };
  const kindsFor = (path: Path) => kindsWith(schemasAt(schema, value, path), written(path));
  return {
    written,
    keys,
    corrected,
    ofValue,
    ofKey,
    kindsFor,
    example: (path) => exampleAt(schemasAt(schema, value, path)),
  };
}

function afterColon(path: Path, example: string | undefined): string {
  const key = String(path.at(-1));
  const such = example === undefined ? '' : ` such as '${key}: ${example}'`;
  return `Write a value after the colon${such}, or delete '${key}'.`;
}

/** Kinds of tiles and blocks that have all the keys of a block without kind. */
function kindsWith(schemas: readonly Schema[], block: unknown): readonly string[] {
  const keys = Object.keys(Object(block));
  return schemas
    .flatMap((schema) => formsOf(schema, undefined))
    .flatMap((form) => {
      if (!(form instanceof z.ZodObject) || !keys.every((key) => key in form.shape)) return [];
      const { kind } = form.shape;
      return kind instanceof z.ZodLiteral ? [String(kind.value)] : [];
    });
}

/** Nothing if what was written is accepted by itself: then it is wrong beside something else. */
function corrections(
  schemas: readonly Schema[],
  value: unknown,
  source: string | undefined,
): readonly unknown[] {
  if (value === undefined || value === null || isAccepted(schemas, value)) return [];
  const text = source ?? (typeof value === 'object' ? '' : String(value));
  const fits = (one: unknown) => isAccepted(schemas, one);
  if (fits(text) && text !== '') return [text];
  const timed = withUnits(text).filter(fits);
  if (timed.length > 0) return timed;
  const meant = candidates(value, source);
  const best = meant.find(fits) ?? blockAround(schemas, meant) ?? limit(schemas, [value, ...meant]);
  return best === undefined ? [] : [best];
}

/** A value where a block is expected: the block that has it under one of its keys. */
function blockAround(schemas: readonly Schema[], meant: readonly unknown[]): unknown {
  const forms = schemas.flatMap((schema) => formsOf(schema, undefined));
  for (const form of forms) {
    if (!(form instanceof z.ZodObject)) continue;
    for (const [value, key] of meant.flatMap((one) =>
      Object.keys(form.shape).map((key) => [one, key] as const),
    )) {
      const example = exampleOf(form);
      const block = { ...(typeof example === 'object' ? example : {}), [key]: value };
      const isKind = key === 'kind' || Object.keys(block).length === 1;
      if (isKind && isAccepted(schemas, block)) return block;
    }
  }
  return undefined;
}

/** The limit that was passed, read from what the schema says of it; the nearer of two. */
function limit(schemas: readonly Schema[], meant: readonly unknown[]): unknown {
  for (const value of meant) {
    const named = schemas
      .flatMap((schema) => z.safeParse(schema, value).error?.issues ?? [])
      .flatMap((issue) => limitsIn(issue))
      .filter((one) => isAccepted(schemas, one))
      .toSorted(
        (a, b) => Math.abs(amount(a) - amount(value)) - Math.abs(amount(b) - amount(value)),
      );
    if (named.length > 0) return named[0];
  }
  return undefined;
}

function limitsIn(issue: z.core.$ZodIssue): readonly unknown[] {
  if (issue.code === 'too_small') return [Number(issue.minimum)];
  if (issue.code === 'too_big') return [Number(issue.maximum)];
  if (issue.code !== 'custom') return [];
  return [...issue.message.matchAll(/\d+ ?(?:%|s\b|min\b|h\b|d\b)/g)].map(([one]) => one);
}

function amount(value: unknown): number {
  const text = String(value);
  const length = seconds(text);
  return Number.isNaN(length) ? Number.parseFloat(text) : length;
}

function write(values: readonly unknown[]): string | undefined {
  const texts = values.flatMap((value) => inYaml(value) ?? []);
  return texts.length === 0 ? undefined : `Write: ${texts.join(', or ')}`;
}

const forExample = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `For example: ${text}`;

/** As it would be written; nothing for what nobody would read or learn from. */
function inYaml(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const flowCollectionPadding = !Array.isArray(value);
  const options = { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding } as const;
  const text = stringify(value, options).trim();
  const isShort = text.length <= LONGEST_EXAMPLE && !text.includes('\n');
  return isShort && text !== '{}' && text !== '[]' ? text : undefined;
}

/** The keys of a place, those it needs first. */
export function keysText({ required, optional }: KnownKeys): string | undefined {
  const parts = [
    ...(required.length === 0 ? [] : [`Required here: ${required.join(', ')}.`]),
    ...(optional.length === 0 ? [] : [`Optional: ${optional.join(', ')}.`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' ');
}

const deleteIt = (path: Path) => `Delete '${String(path.at(-1))}'.`;
