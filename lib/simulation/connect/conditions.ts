// The conditions of a branch: the operators of the flow language on a value and an operand.
import type { ConditionBranch } from '../../compiler/flows/flow.ts';
import { own } from '../../language/dictionary.ts';
import { NotEmulated } from './not-emulated.ts';

type Compare = (value: string, operand: string) => boolean;

/** False when either side is not a number, as in Connect. */
const byNumber =
  (compare: (a: number, b: number) => boolean): Compare =>
  (value, operand) =>
    isNumber(value) && isNumber(operand) && compare(Number(value), Number(operand));

const OPERATORS: Readonly<Record<string, Compare>> = {
  Equals: (value, operand) => value === operand,
  TextStartsWith: (value, operand) => value.startsWith(operand),
  TextEndsWith: (value, operand) => value.endsWith(operand),
  TextContains: (value, operand) => value.includes(operand),
  NumberGreaterThan: byNumber((a, b) => a > b),
  NumberGreaterOrEqualTo: byNumber((a, b) => a >= b),
  NumberLessThan: byNumber((a, b) => a < b),
  NumberLessOrEqualTo: byNumber((a, b) => a <= b),
};

/** The first branch whose condition is true. @param read resolves paths in operands */
export function firstTrue(
  value: string,
  conditions: readonly ConditionBranch[],
  read: (operand: string) => string,
): ConditionBranch | undefined {
  return conditions.find(({ Condition: { Operator, Operands } }) => {
    const compare = own(OPERATORS, Operator);
    if (!compare) throw new NotEmulated(`the operator ${Operator}`);
    return compare(value, read(Operands[0] ?? ''));
  });
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}
