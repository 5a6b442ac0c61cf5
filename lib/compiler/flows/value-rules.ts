// The vocabulary the catalogue of actions is written in: what a parameter's value may be. Kept
// apart from the checking so that the catalogue stays a table one can read beside the manual.

/**
 * Where a JSONPath such as `$.Attributes.x` may stand in a value: nowhere (`static`), as the whole
 * value (`path`), only as the whole value (`path-only`), anywhere in the text (`template`).
 */
type Dynamic = 'static' | 'path' | 'path-only' | 'template';

export interface TextRule {
  readonly kind: 'text';
  readonly dynamic: Dynamic;
  readonly oneOf?: readonly string[];
  /** What a literal has to match, and how to say it. */
  readonly shape?: { readonly pattern: RegExp; readonly words: string };
  /** Names a resource of the instance: exports carry it blank when their author removed it. */
  readonly id?: true;
  /** A blank value has been seen in published flows. */
  readonly mayBeBlank?: true;
}

/** A whole number, written as a string; the service takes a JSON number as well. */
export interface IntegerRule {
  readonly kind: 'integer';
  readonly dynamic: 'static' | 'path';
  readonly min?: number;
  readonly max?: number;
}

export interface RecordRule {
  readonly kind: 'record';
  readonly fields: Readonly<Record<string, FieldRule>>;
  readonly groups?: readonly GroupRule[];
  /** One JSONPath may stand for the whole object. */
  readonly orPath?: true;
}

export interface MapRule {
  readonly kind: 'map';
  readonly of: ValueRule;
  readonly least?: number;
  readonly most?: number;
  readonly keys?: { readonly pattern: RegExp; readonly words: string };
}

export interface ListRule {
  readonly kind: 'list';
  readonly of: ValueRule;
  readonly least?: number;
  readonly most?: number;
  readonly orPath?: true;
}

/** Anything, because the shape is not catalogued; empty strings are still refused. */
export interface AnyRule {
  readonly kind: 'any';
}

export type ValueRule = TextRule | IntegerRule | RecordRule | MapRule | ListRule | AnyRule;
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

export const trueFalse = oneOf('True', 'False');
export const lowerTrueFalse = oneOf('true', 'false');

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
