// The vocabulary of the catalogue of actions: what the value of a parameter may be. Separate from
// the checking, so that the catalogue stays a table that can be read next to the manual.

/**
 * Where a JSONPath such as `$.Attributes.x` is allowed in a value: nowhere (`static`), as the whole
 * value (`path`), only as the whole value (`path-only`), anywhere in the text (`template`).
 */
type Dynamic = 'static' | 'path' | 'path-only' | 'template';

/**
 * Only what the documentation or a probe of the live service backs is an error. A rule that rests
 * on what we have seen so far is doubtful: breaking it is a warning.
 */
interface Doubtful {
  readonly doubtful?: true;
}

export interface TextRule extends Doubtful {
  readonly kind: 'text';
  readonly dynamic: Dynamic;
  readonly oneOf?: readonly string[];
  /** Upper and lower case are the same here. */
  readonly anyCase?: true;
  /** What a literal has to match, and how to say it. */
  readonly shape?: { readonly pattern: RegExp; readonly words: string };
  /** Names a resource of the instance: exports carry it blank when their author removed it. */
  readonly id?: true;
  /** A blank value has been seen in published flows. */
  readonly mayBeBlank?: true;
}

/** A whole number, written as a string; the service accepts a JSON number as well. */
export interface IntegerRule extends Doubtful {
  readonly kind: 'integer';
  readonly dynamic: 'static' | 'path';
  readonly min?: number;
  readonly max?: number;
}

export interface RecordRule extends Doubtful {
  readonly kind: 'record';
  readonly fields: Readonly<Record<string, FieldRule>>;
  readonly groups?: readonly GroupRule[];
  /** One JSONPath may replace the whole object. */
  readonly orPath?: true;
}

export interface MapRule extends Doubtful, Count {
  readonly kind: 'map';
  readonly of: ValueRule;
  readonly keys?: { readonly pattern: RegExp; readonly words: string };
}

export interface ListRule extends Doubtful, Count {
  readonly kind: 'list';
  readonly of: ValueRule;
  readonly orPath?: true;
}

/** How many entries a map or a list has. */
export interface Count {
  readonly least?: number;
  readonly most?: number;
  /** Nobody has seen the service count. */
  readonly isCountDoubtful?: true;
}

/** Anything, because the shape is not catalogued; empty strings are still refused. */
export interface AnyRule extends Doubtful {
  readonly kind: 'any';
  /** Empty strings have been seen in published flows. */
  readonly mayHoldBlanks?: true;
}

/** A parameter that does not belong to this form of the action. */
interface NeverRule extends Doubtful {
  readonly kind: 'never';
}

export type ValueRule =
  | TextRule
  | IntegerRule
  | RecordRule
  | MapRule
  | ListRule
  | AnyRule
  | NeverRule;
export type FieldRule = ValueRule & { readonly required?: true };

export interface GroupRule {
  readonly of: readonly string[];
  readonly take: 'exactly one' | 'at most one' | 'at least one';
}

export const anything: AnyRule = { kind: 'any' };
export const id: TextRule = { kind: 'text', dynamic: 'path', id: true };
export const text: TextRule = { kind: 'text', dynamic: 'template' };
export const literal: TextRule = { kind: 'text', dynamic: 'static' };

export const oneOf = (...values: readonly string[]): TextRule => ({
  kind: 'text',
  dynamic: 'static',
  oneOf: values,
});

/** The values seen so far; another one is a warning. */
export const known = (...values: readonly string[]): TextRule => ({
  ...oneOf(...values),
  doubtful: true,
});

const inAnyCase = (...values: readonly string[]): TextRule => ({
  ...oneOf(...values),
  anyCase: true,
});

/**
 * Spelled as the guide spells it for the parameter; published flows carry the other spellings too.
 */
export const trueFalse = inAnyCase('True', 'False');
export const lowerTrueFalse = inAnyCase('true', 'false');
export const upperTrueFalse = inAnyCase('TRUE', 'FALSE');

export const doubtful = <Rule extends ValueRule>(rule: Rule): Rule & Doubtful => ({
  ...rule,
  doubtful: true,
});

export const integer = (
  min?: number,
  max?: number,
  dynamic: IntegerRule['dynamic'] = 'static',
): IntegerRule => ({
  kind: 'integer',
  dynamic,
  min,
  max,
});

export const record = (
  fields: RecordRule['fields'],
  groups: readonly GroupRule[] = [],
): RecordRule => ({ kind: 'record', fields, groups });

export const mapOf = (of: ValueRule, limits: Partial<MapRule> = {}): MapRule => ({
  ...limits,
  kind: 'map',
  of,
});

export const listOf = (of: ValueRule, limits: Partial<ListRule> = {}): ListRule => ({
  ...limits,
  kind: 'list',
  of,
});

export const required = <Rule extends ValueRule>(
  rule: Rule,
): Rule & { readonly required: true } => ({
  ...rule,
  required: true,
});
