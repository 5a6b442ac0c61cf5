// Holds an action's branches against its row in the catalogue: NextAction, the exact set of errors,
// the conditions. Targets are checked here as well; Connect reports a dangling one as an invalid
// property value.

import type { JsonObject, JsonValue } from '../json.ts';
import { isList, isObject } from '../json.ts';
import { type ActionRule, type ConditionRule, OPERATORS } from './action-rules.ts';
import {
  asWarning,
  type FlowFinding,
  invalidBranch,
  invalidValue,
  missingError,
  missingProperty,
  noConditions,
  noTransitions,
  refusedError,
  unknownProperty,
} from './flow-problem.ts';

/** The position of the action, and the identifiers a branch may lead to. */
export interface ActionPlace {
  readonly index: number;
  readonly targets: ReadonlySet<string>;
}

interface Condition {
  readonly operator: string;
  readonly operand: string;
}

export function checkBranches(
  transitions: JsonValue | undefined,
  rule: ActionRule,
  place: ActionPlace,
): readonly FlowFinding[] {
  const path = `Actions[${place.index}]`;
  const given = transitions ?? {};
  if (!isObject(given)) return [invalidValue(`${path}.Transitions`, 'write an object')];
  if (rule.nextAction === 'none') return isUnused(given) ? [] : [noTransitions(path)];
  return [
    ...checkKeys(given, ['NextAction', 'Errors', 'Conditions'], `${path}.Transitions`),
    ...checkNextAction(given.NextAction, rule, place),
    ...checkErrors(given.Errors ?? [], rule, place),
    ...checkConditions(given.Conditions ?? [], rule, place),
  ];
}

/** Exports write empty lists into actions that have no branches. */
function isUnused(transitions: JsonObject): boolean {
  return Object.values(transitions).every((value) => isList(value) && value.length === 0);
}

function checkNextAction(
  next: JsonValue | undefined,
  rule: ActionRule,
  place: ActionPlace,
): readonly FlowFinding[] {
  const path = `Actions[${place.index}].Transitions.NextAction`;
  if (next !== undefined) return checkTarget(next, path, place);
  return rule.nextAction === 'required' ? [missingProperty(path)] : [];
}

function checkTarget(
  target: JsonValue | undefined,
  path: string,
  place: ActionPlace,
): readonly FlowFinding[] {
  if (target === undefined) return [missingProperty(path)];
  if (typeof target === 'string' && place.targets.has(target)) return [];
  return [invalidValue(path, 'the Identifier of an action of this flow')];
}

function checkErrors(
  errors: JsonValue,
  rule: ActionRule,
  place: ActionPlace,
): readonly FlowFinding[] {
  const path = `Actions[${place.index}]`;
  if (!isList(errors)) return [invalidValue(`${path}.Transitions.Errors`, 'write a list')];
  const { required, optional } = rule.errors;
  const declared = errors.map((error) => (isObject(error) ? error.ErrorType : undefined));
  return [
    ...errors.flatMap((error, i) => checkError(error, `${path}.Transitions.Errors[${i}]`, place)),
    ...inDoubt(rule, [
      ...declared
        .filter((type) => typeof type === 'string')
        .filter((type) => !required.includes(type) && !optional.includes(type))
        .map((type) => refusedError(type, path)),
      ...requiredErrors(rule, place, declared),
    ]),
  ];
}

/** Which branches an action has is a warning where the row rests on a single report. */
function inDoubt(rule: ActionRule, findings: readonly FlowFinding[]): readonly FlowFinding[] {
  return rule.evidence === 'reported' ? findings.map(asWarning) : findings;
}

function requiredErrors(
  { errors }: ActionRule,
  place: ActionPlace,
  declared: readonly (JsonValue | undefined)[],
): readonly FlowFinding[] {
  return errors.required
    .filter((type) => !declared.includes(type))
    .map((type) => missingError(type, `Actions[${place.index}]`));
}

function checkError(error: JsonValue, path: string, place: ActionPlace): readonly FlowFinding[] {
  if (!isObject(error)) return [invalidValue(path, 'write an object')];
  return [
    ...checkKeys(error, ['ErrorType', 'NextAction'], path),
    ...(typeof error.ErrorType === 'string' ? [] : [missingProperty(`${path}.ErrorType`)]),
    ...checkTarget(error.NextAction, `${path}.NextAction`, place),
  ];
}

function checkConditions(
  conditions: JsonValue,
  action: ActionRule,
  place: ActionPlace,
): readonly FlowFinding[] {
  const path = `Actions[${place.index}]`;
  const rule = action.conditions;
  if (!isList(conditions)) return [invalidValue(`${path}.Transitions.Conditions`, 'write a list')];
  if (rule.kind === 'none') {
    return conditions.length === 0 ? [] : inDoubt(action, [noConditions(path)]);
  }
  const forms = conditions.map((branch, i) =>
    checkForm(branch, `${path}.Transitions.Conditions[${i}]`, place),
  );
  if (forms.some((form) => form.length > 0)) return forms.flat();
  const remedy = setRemedy(conditions.map(readCondition), rule);
  if (remedy === undefined) return [];
  return inDoubt(action, [invalidValue(`${path}.Transitions.Conditions`, remedy)]);
}

/** One operator of the language and one operand that is not empty. */
function checkForm(branch: JsonValue, path: string, place: ActionPlace): readonly FlowFinding[] {
  if (!isObject(branch)) return [invalidValue(path, 'write an object')];
  const { Condition, NextAction } = branch;
  const target = [
    ...checkKeys(branch, ['Condition', 'NextAction'], path),
    ...checkTarget(NextAction, `${path}.NextAction`, place),
  ];
  if (!isObject(Condition)) return [...target, missingProperty(`${path}.Condition`)];
  const { Operator, Operands } = Condition;
  const keys = checkKeys(Condition, ['Operator', 'Operands'], `${path}.Condition`);
  if (typeof Operator !== 'string' || !OPERATORS.some((known) => known === Operator)) {
    const words = `one of ${OPERATORS.join(', ')}`;
    return [...target, ...keys, invalidValue(`${path}.Condition.Operator`, words)];
  }
  const operand = isList(Operands) && Operands.length === 1 ? Operands[0] : undefined;
  if (typeof operand === 'string' && operand !== '') return [...target, ...keys];
  return [...target, ...keys, invalidBranch(String(place.index), 'one operand that is not empty')];
}

function readCondition(branch: JsonValue): Condition {
  const condition = isObject(branch) ? branch.Condition : undefined;
  if (!isObject(condition) || !isList(condition.Operands)) return { operator: '', operand: '' };
  return { operator: String(condition.Operator), operand: String(condition.Operands[0]) };
}

/** What the conditions as a set should be, when they are not. */
function setRemedy(conditions: readonly Condition[], rule: ConditionRule): string | undefined {
  switch (rule.kind) {
    case 'none':
    case 'free':
      return undefined;
    case 'choice':
      return choiceRemedy(conditions, rule);
    case 'every':
      return everyRemedy(conditions, rule);
    case 'rising':
      return risingRemedy(conditions, rule.max);
  }
}

function choiceRemedy(
  conditions: readonly Condition[],
  rule: Extract<ConditionRule, { kind: 'choice' }>,
): string | undefined {
  const { least = 0, most = Infinity, operators, operands } = rule;
  if (conditions.length < least) return `at least ${least} condition`;
  if (conditions.length > most) return `at most ${most} conditions`;
  if (conditions.some(({ operator }) => !operators.includes(operator))) {
    return `only the operators ${operators.join(', ')}`;
  }
  if (operands && conditions.some(({ operand }) => !operands.pattern.test(operand))) {
    return `as operand ${operands.words}`;
  }
  return undefined;
}

function everyRemedy(
  conditions: readonly Condition[],
  { all, also = [] }: Extract<ConditionRule, { kind: 'every' }>,
): string | undefined {
  const operands = conditions.map(({ operand }) => operand);
  const complete =
    conditions.every(({ operator }) => operator === 'Equals') &&
    all.every((operand) => operands.includes(operand)) &&
    operands.every((operand) => all.includes(operand) || also.includes(operand)) &&
    new Set(operands).size === operands.length;
  return complete ? undefined : `Equals, exactly once each, with ${all.join(' and ')}`;
}

function risingRemedy(conditions: readonly Condition[], max: number): string | undefined {
  const shares = conditions.map(({ operand }) => (/^\d+$/.test(operand) ? Number(operand) : NaN));
  const rising = shares.every((share, i) => share > (shares[i - 1] ?? 0) && share <= max);
  const right = conditions.every(({ operator }) => operator === 'NumberLessThan');
  if (conditions.length > 0 && rising && right) return undefined;
  return `NumberLessThan with rising operands up to ${max}`;
}

function checkKeys(
  value: JsonObject,
  known: readonly string[],
  path: string,
): readonly FlowFinding[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => unknownProperty(`${path}.${key}`));
}
