// Compares a parameter's value with its rule in the catalogue and reports, in Connect's words, what
// is wrong.

import type { JsonObject, JsonValue } from '../json.ts';
import { isList, isObject } from '../json.ts';
import {
  asWarning,
  atLeastOneOf,
  blankId,
  type FlowFinding,
  invalidValue,
  missingProperty,
  onlyOneOf,
  unknownProperty,
} from './flow-problem.ts';
import { isPath, isPathWithLeaf, mentionsPath } from './paths.ts';
import { hasPlaceholder } from './placeholders.ts';
import type {
  AnyRule,
  Count,
  IntegerRule,
  ListRule,
  MapRule,
  RecordRule,
  TextRule,
  ValueRule,
} from './value-rules.ts';

/** @param path the position of the value, e.g. `Actions[2].Parameters.Text` */
export function checkValue(
  value: JsonValue,
  rule: ValueRule,
  path: string,
): readonly FlowFinding[] {
  if (hasPlaceholderText(value)) return [];
  const findings = checkByKind(value, rule, path);
  return rule.doubtful ? findings.map(asWarning) : findings;
}

function checkByKind(value: JsonValue, rule: ValueRule, path: string): readonly FlowFinding[] {
  switch (rule.kind) {
    case 'any':
      return checkAnything(value, rule, path);
    case 'never':
      return [unknownProperty(path)];
    case 'text':
      return checkText(value, rule, path);
    case 'integer':
      return checkInteger(value, rule, path);
    case 'record':
      return checkRecord(value, rule, path);
    case 'map':
      return checkMap(value, rule, path);
    case 'list':
      return checkList(value, rule, path);
  }
}

function hasPlaceholderText(value: JsonValue): boolean {
  return typeof value === 'string' && hasPlaceholder(value);
}

/** Empty strings are refused at any depth, in all but a few parameters. */
function checkAnything(value: JsonValue, rule: AnyRule, path: string): readonly FlowFinding[] {
  if (rule.mayHoldBlanks) return [];
  if (value === '') return [invalidValue(path, 'leave it out or write a text that is not empty')];
  if (isList(value)) return value.flatMap((item, i) => checkAnything(item, rule, `${path}[${i}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    checkAnything(item, rule, `${path}.${key}`),
  );
}

function checkText(value: JsonValue, rule: TextRule, path: string): readonly FlowFinding[] {
  if (typeof value !== 'string') return [invalidValue(path, 'write a string')];
  if (value === '') {
    if (rule.mayBeBlank) return [];
    return [rule.id ? blankId(path) : invalidValue(path, 'write a text that is not empty')];
  }
  const remedy = textRemedy(value, rule);
  return remedy === undefined ? [] : [invalidValue(path, remedy)];
}

function textRemedy(value: string, rule: TextRule): string | undefined {
  if (rule.oneOf) return isOneOf(value, rule) ? undefined : `one of ${rule.oneOf.join(', ')}`;
  if (rule.dynamic === 'path-only') {
    return isPathWithLeaf(value)
      ? undefined
      : 'one JSONPath with a leaf, such as $.Attributes.name';
  }
  if (rule.dynamic === 'static' && value.startsWith('$.')) return 'a literal: it takes no path';
  if (rule.dynamic === 'path' && mentionsPath(value)) {
    return isPath(value) ? undefined : 'either a literal or one JSONPath and nothing else';
  }
  if (rule.shape && !rule.shape.pattern.test(value)) return rule.shape.words;
  return undefined;
}

function isOneOf(value: string, { oneOf = [], anyCase, dynamic }: TextRule): boolean {
  if (dynamic === 'path' && isPath(value)) return true;
  const written = (text: string) => (anyCase ? text.toLowerCase() : text);
  return oneOf.some((known) => written(known) === written(value));
}

function checkInteger(value: JsonValue, rule: IntegerRule, path: string): readonly FlowFinding[] {
  const words = `a whole number${range(rule)} in quotes`;
  if (typeof value === 'string' && rule.dynamic === 'path' && isPath(value)) return [];
  const digits = typeof value === 'number' ? String(value) : value;
  if (typeof digits !== 'string' || !/^-?\d{1,19}$/.test(digits))
    return [invalidValue(path, words)];
  const number = Number(digits);
  const fits = number >= (rule.min ?? -Infinity) && number <= (rule.max ?? Infinity);
  return fits ? [] : [invalidValue(path, words)];
}

function range({ min, max }: IntegerRule): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  return min === undefined ? '' : `, ${min} or more,`;
}

function checkRecord(value: JsonValue, rule: RecordRule, path: string): readonly FlowFinding[] {
  if (rule.orPath && typeof value === 'string' && isPath(value)) return [];
  if (!isObject(value)) return [invalidValue(path, 'write an object')];
  const present = Object.entries(value).flatMap(([name, item]) => {
    const field = Object.hasOwn(rule.fields, name) ? rule.fields[name] : undefined;
    return field
      ? checkValue(item, field, `${path}.${name}`)
      : [unknownProperty(`${path}.${name}`)];
  });
  const absent = Object.entries(rule.fields)
    .filter(([name, field]) => field.required && value[name] === undefined)
    .map(([name]) => missingProperty(`${path}.${name}`));
  return [...present, ...absent, ...checkGroups(value, rule, path)];
}

function checkGroups(value: JsonObject, rule: RecordRule, path: string): readonly FlowFinding[] {
  return (rule.groups ?? []).flatMap(({ of, take }) => {
    const used = of.filter((name) => value[name] !== undefined);
    if (used.length > 1 && take !== 'at least one') return [onlyOneOf(used, path)];
    if (used.length === 0 && take !== 'at most one') return [atLeastOneOf(of, path)];
    return [];
  });
}

function checkMap(value: JsonValue, rule: MapRule, path: string): readonly FlowFinding[] {
  if (!isObject(value)) return [invalidValue(path, 'write an object')];
  const entries = Object.entries(value);
  return [
    ...checkCount(entries.length, rule, path),
    ...entries.flatMap(([key, item]) => [
      ...checkKey(key, rule, path),
      ...checkValue(item, rule.of, `${path}.${key}`),
    ]),
  ];
}

function checkKey(key: string, { keys }: MapRule, path: string): readonly FlowFinding[] {
  if (key === '') return [invalidValue(path, 'keys that are not empty')];
  return keys && !keys.pattern.test(key) ? [invalidValue(`${path}.${key}`, keys.words)] : [];
}

function checkList(value: JsonValue, rule: ListRule, path: string): readonly FlowFinding[] {
  if (rule.orPath && typeof value === 'string' && isPath(value)) return [];
  if (!isList(value)) return [invalidValue(path, 'write a list')];
  return [
    ...checkCount(value.length, rule, path),
    ...value.flatMap((item, i) => checkValue(item, rule.of, `${path}[${i}]`)),
  ];
}

function checkCount(count: number, limits: Count, path: string): readonly FlowFinding[] {
  const { least = 0, most = Infinity, isCountDoubtful } = limits;
  if (count >= least && count <= most) return [];
  const words = count < least ? `at least ${least}` : `at most ${most}`;
  const finding = invalidValue(path, words);
  return [isCountDoubtful ? asWarning(finding) : finding];
}
