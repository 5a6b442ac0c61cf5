// Comparisons of a Choice state, prepared into predicates. Values of another type do not match, as
// in Step Functions.

import { own } from '../../language/dictionary.ts';
import { reader } from './json-path.ts';
import { NotSupported, only } from './not-supported.ts';

export type Predicate = (data: unknown) => boolean;

type Compare = (operand: unknown) => (value: unknown) => boolean;

const numeric =
  (holds: (value: number, operand: number) => boolean): Compare =>
  (operand) =>
  (value) =>
    typeof value === 'number' && holds(value, Number(operand));

const OPERATORS: Readonly<Record<string, Compare>> = {
  StringEquals: (operand) => (value) => value === operand,
  BooleanEquals: (operand) => (value) => value === operand,
  NumericEquals: numeric((value, operand) => value === operand),
  NumericLessThan: numeric((value, operand) => value < operand),
  NumericLessThanEquals: numeric((value, operand) => value <= operand),
  NumericGreaterThan: numeric((value, operand) => value > operand),
  NumericGreaterThanEquals: numeric((value, operand) => value >= operand),
};

export function predicate(where: string, rule: object): Predicate {
  if ('Not' in rule) {
    only(where, rule, ['Not', 'Next']);
    const holds = predicate(where, rule.Not as object);
    return (data) => !holds(data);
  }
  const [operator, operand] =
    Object.entries(rule).find(([key]) => Object.hasOwn(OPERATORS, key)) ?? [];
  const compare = operator === undefined ? undefined : own(OPERATORS, operator);
  if (operator === undefined || compare === undefined || !('Variable' in rule)) {
    throw new NotSupported(`the comparison ${JSON.stringify(rule)} in ${where}`);
  }
  only(where, rule, ['Variable', operator, 'Next']);
  const read = reader(String(rule.Variable));
  const holds = compare(operand);
  return (data) => holds(read(data));
}
