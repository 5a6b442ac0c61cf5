// Compares a value (IVR-19). A missing value equals nothing. Connect has no "not equal", so that is
// "equal" with its two paths swapped.
import type { BlockOf } from '../../../language/schema/ivr.ts';
import { valuePath } from '../flow-attributes.ts';
import { compare, when } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';

type Operator = BlockOf<'condition'>['is'];

const OPERATORS: Readonly<Record<Exclude<Operator, '!='>, string>> = {
  '=': 'Equals',
  '<': 'NumberLessThan',
  '<=': 'NumberLessOrEqualTo',
  '>': 'NumberGreaterThan',
  '>=': 'NumberGreaterOrEqualTo',
  'starts-with': 'TextStartsWith',
  contains: 'TextContains',
};

export const renderCondition: RenderBlock<'condition'> = (block, at) => {
  const [met, unmet] = [at.to(block.met), at.to(block.unmet)];
  const operand = String(block.to);
  const isNot = block.is === '!=';
  const operator = OPERATORS[block.is === '!=' ? '=' : block.is];
  return [
    compare(
      at.id,
      valuePath(block.value),
      [when(operator, operand, isNot ? unmet : met)],
      isNot ? met : unmet,
    ),
  ];
};
