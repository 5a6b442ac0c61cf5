// The strict validator: would Connect publish this flow? A bad flow fails a CloudFormation stack
// without telling why, so everything we emit passes through here first, and
// `ringback flows validate` takes anybody's flow. It reads and reports; it never repairs. What only
// the instance knows (does the queue exist?) stays open.

import { CATALOGUE } from './catalogue.ts';
import { ruleFor } from './catalogue-variants.ts';
import { checkAction, checkEnvelope, checkStart, isConsoleExport } from './check-envelope.ts';
import { checkTransitions } from './check-transitions.ts';
import { checkValue } from './check-values.ts';
import type { FlowType, JsonObject } from './flow.ts';
import {
  type Finding,
  type FlowProblem,
  invalidFormat,
  invalidValue,
  missingError,
  missingProperty,
  refusedHere,
  unknownType,
} from './flow-problem.ts';
import { isList, isObject } from './json.ts';

/**
 * Every reason Connect would refuse to publish `content` as a flow of this type; none when it is
 * fine.
 */
export function validateFlow(
  content: unknown,
  type: FlowType = 'CONTACT_FLOW',
): readonly FlowProblem[] {
  if (type === 'CAMPAIGN') return [invalidFormat('flows of type CAMPAIGN cannot be checked yet')];
  if (isConsoleExport(content)) {
    return [invalidFormat('this is an export of the old designer ("modules"); export it again')];
  }
  if (!isObject(content)) return [invalidFormat('a flow is a JSON object')];
  const { Actions } = content;
  if (!isList(Actions) || Actions.length === 0) {
    return [...checkEnvelope(content, type), invalidFormat('"Actions" is a list of actions')];
  }
  const targets = new Set(Actions.map(identifierOf).filter((id) => id !== undefined));
  const seen = new Set<string>();
  const ofActions = Actions.flatMap((action, index) => {
    const found = validateAction(action, { index, seen, targets, type });
    const id = identifierOf(action);
    if (id !== undefined) seen.add(id);
    return found.map((finding) => (id === undefined ? finding : { action: id, ...finding }));
  });
  return [
    ...checkEnvelope(content, type),
    ...checkStart(content.StartAction, targets),
    ...ofActions,
  ];
}

interface Surroundings {
  readonly index: number;
  readonly seen: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly type: FlowType;
}

function validateAction(action: unknown, at: Surroundings): readonly Finding[] {
  const path = `Actions[${at.index}]`;
  if (!isObject(action)) return [invalidValue(path, 'write an object')];
  const envelope = checkAction(action, at.index, at.seen);
  const { Type } = action;
  if (typeof Type !== 'string') return [...envelope, missingProperty(`${path}.Type`)];
  const row = Object.hasOwn(CATALOGUE, Type) ? CATALOGUE[Type] : undefined;
  if (!row) return [...envelope, unknownType(Type, path)];
  if (!row.flowTypes.includes(at.type)) return [...envelope, refusedHere(Type, at.type, path)];
  const given = action.Parameters ?? {};
  if (!isObject(given)) return [...envelope, invalidValue(`${path}.Parameters`, 'write an object')];
  const rule = ruleFor(row, Type, given, at.type);
  const shape = rule.parameters === 'not catalogued' ? { kind: 'any' as const } : rule.parameters;
  return [
    ...envelope,
    ...checkValue(given, shape, `${path}.Parameters`),
    ...checkTransitions(action.Transitions, rule, at),
    ...(Type === 'InvokeFlowModule' ? checkBranchesAreCaught(action, path) : []),
  ];
}

/** A module's named branches need a way out when none of them is taken. */
function checkBranchesAreCaught(action: JsonObject, path: string): readonly Finding[] {
  if (!isObject(action.Transitions)) return [];
  const { Conditions, Errors } = action.Transitions;
  if (!isList(Conditions) || Conditions.length === 0) return [];
  const caught =
    isList(Errors) &&
    Errors.some((error) => isObject(error) && error.ErrorType === 'NoMatchingCondition');
  return caught ? [] : [missingError('NoMatchingCondition', path)];
}

function identifierOf(action: unknown): string | undefined {
  return isObject(action) && typeof action.Identifier === 'string' ? action.Identifier : undefined;
}
