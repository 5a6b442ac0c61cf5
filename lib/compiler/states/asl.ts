// The part of the Amazon States Language that rules compile to: JSONPath, four kinds of state.
// https://states-language.net/spec.html

import type { JsonObject } from '../json.ts';

export interface PassState {
  readonly Type: 'Pass';
  readonly Comment?: string;
  readonly InputPath?: string;
  readonly Parameters?: JsonObject;
  readonly Result?: JsonObject;
  readonly ResultPath?: string;
  readonly Next: string;
}

/** One comparison of a variable; `Not` holds the opposite of another. */
export type ChoiceComparison =
  | { readonly Variable: string; readonly StringEquals: string }
  | { readonly Variable: string; readonly BooleanEquals: boolean }
  | { readonly Variable: string; readonly NumericEquals: number }
  | { readonly Variable: string; readonly NumericLessThan: number }
  | { readonly Variable: string; readonly NumericLessThanEquals: number }
  | { readonly Variable: string; readonly NumericGreaterThan: number }
  | { readonly Variable: string; readonly NumericGreaterThanEquals: number }
  | { readonly Not: ChoiceComparison };

export interface ChoiceState {
  readonly Type: 'Choice';
  readonly Comment?: string;
  readonly Choices: readonly (ChoiceComparison & { readonly Next: string })[];
  readonly Default?: string;
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly BackoffRate: number;
  readonly MaxAttempts: number;
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly ResultPath: string;
  readonly Next: string;
}

export interface TaskState {
  readonly Type: 'Task';
  readonly Comment?: string;
  readonly Resource: string;
  readonly Parameters: JsonObject;
  readonly ResultSelector?: JsonObject;
  readonly ResultPath: string;
  readonly Retry: readonly Retrier[];
  readonly Catch: readonly Catcher[];
  readonly Next: string;
}

interface SucceedState {
  readonly Type: 'Succeed';
  readonly Comment?: string;
}

export type State = PassState | ChoiceState | TaskState | SucceedState;

export interface StateMachine {
  readonly Comment: string;
  readonly StartAt: string;
  readonly TimeoutSeconds: number;
  readonly States: Readonly<Record<string, State>>;
}
