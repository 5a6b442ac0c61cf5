// The shape of a row in the catalogue of actions: parameters, branches and the flow types that
// allow it.

import type { FlowType } from './flow.ts';
import type { RecordRule } from './value-rules.ts';

export interface ActionRule {
  readonly flowTypes: readonly FlowType[];
  /** Flow types about which the sources disagree: a warning. */
  readonly disputedIn?: readonly FlowType[];
  /**
   * Known from one report only, neither documented nor probed: what breaks the row is a warning.
   */
  readonly evidence?: 'reported';
  readonly parameters: RecordRule | 'not catalogued';
  readonly errors: ErrorRule;
  readonly conditions: ConditionRule;
  /** `none` for actions that end the flow. It is required even where it can never be reached. */
  readonly nextAction: 'required' | 'optional' | 'none';
}

interface ErrorRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export type ConditionRule =
  | { readonly kind: 'none' }
  /** Not catalogued; only the form of each condition is checked. */
  | { readonly kind: 'free' }
  /** Any conditions with these operators and operands. */
  | {
      readonly kind: 'choice';
      readonly operators: readonly string[];
      readonly operands?: { readonly pattern: RegExp; readonly words: string };
      readonly least?: number;
      readonly most?: number;
    }
  /** Equals, once with each of `all`, and optionally with each of `also`. */
  | {
      readonly kind: 'every';
      readonly all: readonly string[];
      readonly also?: readonly string[];
    }
  /** NumberLessThan with rising operands up to `max`. */
  | { readonly kind: 'rising'; readonly max: number };

export const NUMBER_OPERATORS = [
  'NumberGreaterThan',
  'NumberGreaterOrEqualTo',
  'NumberLessThan',
  'NumberLessOrEqualTo',
] as const;

/**
 * Every operator the service accepts. And, Or, Not, Contains and the like are refused, despite the
 * manual.
 */
export const OPERATORS = [
  'Equals',
  'TextStartsWith',
  'TextEndsWith',
  'TextContains',
  ...NUMBER_OPERATORS,
  'KeyExists',
] as const;
