// Event patterns as EventBridge rules, pipes and event source mappings use them. A pattern is
// checked when it is read, so an operator unknown here is refused by name at start and not when the
// first event comes. Source: EventBridge User Guide, "Creating event patterns".
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { isList, isObject, type Json, own } from '../json.ts';

type Test = (value: Json | undefined) => boolean;

/** Every field must match; of `alternatives` at least one. */
export interface EventPattern {
  readonly fields: readonly {
    readonly key: string;
    readonly match: EventPattern | readonly Test[];
  }[];
  readonly alternatives: readonly EventPattern[];
}

export function parsePattern(pattern: Json | undefined): EventPattern {
  if (!isObject(pattern)) throw new NotEmulated('an event pattern that is not an object');
  const fields: EventPattern['fields'][number][] = [];
  let alternatives: readonly EventPattern[] = [];
  for (const [key, value] of Object.entries(pattern)) {
    if (key === '$or' && isList(value)) alternatives = value.map((one) => parsePattern(one));
    else if (isList(value)) fields.push({ key, match: value.map((one) => parseTest(one)) });
    else fields.push({ key, match: parsePattern(value) });
  }
  return { fields, alternatives };
}

export function matches(pattern: EventPattern, event: Json | undefined): boolean {
  if (isList(event)) return event.some((element) => matches(pattern, element));
  const object = isObject(event) ? event : {};
  return (
    pattern.fields.every(({ key, match }) =>
      'fields' in match
        ? matches(match, own(object, key))
        : match.some((test) => test(own(object, key))),
    ) &&
    (pattern.alternatives.length === 0 || pattern.alternatives.some((one) => matches(one, event)))
  );
}

function parseTest(wanted: Json): Test {
  if (!isObject(wanted)) return anyOf((value) => value === wanted);
  const [[operator = '', argument = null] = [], ...more] = Object.entries(wanted);
  const build = own(OPERATORS, operator);
  if (!build || more.length > 0)
    throw new NotEmulated(`event pattern operator '${Object.keys(wanted).join("', '")}'`);
  return build(argument);
}

/** A list in the event matches when one of its elements does; a missing field never does. */
function anyOf(test: (value: Json) => boolean): Test {
  return (value) => {
    if (value === undefined) return false;
    return isList(value) ? value.some((element) => test(element)) : test(value);
  };
}

const text = (test: (value: string) => boolean): Test =>
  anyOf((value) => typeof value === 'string' && test(value));

const OPERATORS: Readonly<Record<string, (argument: Json) => Test>> = {
  exists: (argument) => (value) => (value !== undefined) === argument,
  prefix: (argument) => affix('prefix', argument),
  suffix: (argument) => affix('suffix', argument),
  'equals-ignore-case': (argument) =>
    text((value) => value.toLowerCase() === String(argument).toLowerCase()),
  wildcard: (argument) => {
    const source = String(argument).replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
    const expression = new RegExp(`^${source.replaceAll('*', '.*')}$`, 's');
    return text((value) => expression.test(value));
  },
  numeric: (argument) => numeric(isList(argument) ? argument : []),
  'anything-but': anythingBut,
};

function affix(kind: 'prefix' | 'suffix', argument: Json): Test {
  if (typeof argument !== 'string')
    throw new NotEmulated(`event pattern '${kind}' of a non-string`);
  return text((value) =>
    kind === 'prefix' ? value.startsWith(argument) : value.endsWith(argument),
  );
}

function anythingBut(argument: Json): Test {
  if (isObject(argument)) {
    const inner = parseTest(argument);
    return anyOf((value) => !inner(value));
  }
  const excluded = isList(argument) ? argument : [argument];
  return anyOf((value) => !excluded.includes(value));
}

const COMPARISONS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** e.g. [">", 0, "<=", 5] */
function numeric(terms: readonly Json[]): Test {
  const tests: ((value: number) => boolean)[] = [];
  for (let i = 0; i < terms.length; i += 2) {
    const compare = own(COMPARISONS, String(terms[i]));
    const bound = terms[i + 1];
    if (!compare || typeof bound !== 'number')
      throw new NotEmulated(`numeric event pattern ${JSON.stringify(terms)}`);
    tests.push((value) => compare(value, bound));
  }
  return anyOf((value) => typeof value === 'number' && tests.every((test) => test(value)));
}
