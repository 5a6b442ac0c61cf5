// The strict validator: would Connect publish this flow? A bad flow fails a CloudFormation stack
// without a reason, so everything we emit is checked here first, and `ringback flows validate`
// checks anybody's flow. It reads and reports; it never repairs. What only the instance knows (does
// the queue exist?) is not checked.

import type { JsonObject } from '../json.ts';
import { isList, isObject } from '../json.ts';
import type { ActionRule } from './action-rules.ts';
import { CATALOGUE } from './catalogue.ts';
import { ruleFor } from './catalogue-variants.ts';
import { checkBranches } from './check-branches.ts';
import { checkAction, checkEnvelope, checkStart, isConsoleExport } from './check-envelope.ts';
import { checkValue } from './check-values.ts';
import type { FlowType } from './flow.ts';
import { flowDocument } from './flow-document.ts';
import {
  asWarning,
  type FlowFinding,
  type FlowProblem,
  invalidFormat,
  invalidValue,
  missingError,
  missingProperty,
  refusedHere,
  unknownType,
} from './flow-problem.ts';

/**
 * Every reason why Connect would refuse to publish the flow, and warnings; empty when there are
 * none.
 * @param flow the content of a flow, or a wrapper around it
 * @param type the flow's type; by default the one that the wrapper states, else CONTACT_FLOW
 */
export function validateFlow(flow: unknown, type?: FlowType): readonly FlowProblem[] {
  const document = flowDocument(flow);
  return validateContent(document.content, type ?? document.type ?? 'CONTACT_FLOW');
}

function validateContent(content: unknown, type: FlowType): readonly FlowProblem[] {
  if (isConsoleExport(content)) {
    return [invalidFormat('this is an export of the old designer ("modules"); export it again')];
  }
  if (!isObject(content)) return [invalidFormat('a flow is a JSON object')];
  const { Actions } = content;
  if (!isList(Actions) || Actions.length === 0) {
    return [...checkEnvelope(content, type), invalidFormat('"Actions" is a list of actions')];
  }
  const { StartAction } = content;
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
    ...checkStart(StartAction, targets),
    ...(type === 'CAMPAIGN' ? [asWarning(invalidFormat(CAMPAIGN_UNEXPLORED))] : []),
    ...ofActions,
  ];
}

const CAMPAIGN_UNEXPLORED =
  'which actions a flow of type CAMPAIGN may have has never been examined; try it on an instance';

interface InFlow {
  readonly index: number;
  readonly seen: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly type: FlowType;
}

function validateAction(action: unknown, at: InFlow): readonly FlowFinding[] {
  const path = `Actions[${at.index}]`;
  if (!isObject(action)) return [invalidValue(path, 'write an object')];
  const envelope = checkAction(action, at.index, at.seen);
  const { Type } = action;
  if (typeof Type !== 'string') return [...envelope, missingProperty(`${path}.Type`)];
  const row = Object.hasOwn(CATALOGUE, Type) ? CATALOGUE[Type] : undefined;
  if (!row) return [...envelope, unknownType(Type, path)];
  const refusal = refusalIn(at.type, row, Type, path);
  if (refusal?.kind === 'error') return [...envelope, refusal];
  const given = action.Parameters ?? {};
  if (!isObject(given)) return [...envelope, invalidValue(`${path}.Parameters`, 'write an object')];
  const rule = ruleFor(row, Type, given, at.type);
  const shape = rule.parameters === 'not catalogued' ? { kind: 'any' as const } : rule.parameters;
  const ofParameters = checkValue(given, shape, `${path}.Parameters`);
  return [
    ...envelope,
    ...(refusal ? [refusal] : []),
    ...(rule.evidence === 'reported' ? ofParameters.map(asWarning) : ofParameters),
    ...checkBranches(action.Transitions, rule, at),
    ...(Type === 'InvokeFlowModule' ? checkBranchesAreCaught(action, path) : []),
  ];
}

/**
 * The finding for a type of flow that does not allow the action; a warning where the sources
 * disagree.
 */
function refusalIn(
  type: FlowType,
  row: ActionRule,
  action: string,
  path: string,
): FlowFinding | undefined {
  if (type === 'CAMPAIGN' || row.flowTypes.includes(type)) return undefined;
  const refused = refusedHere(action, type, path);
  if (!row.disputedIn?.includes(type)) return refused;
  const remedy = `the guides disagree on whether flows of type ${type} may have it`;
  return { ...refused, kind: 'warning', remedy };
}

/** A module's named branches need a way out for when none of them applies. */
function checkBranchesAreCaught(action: JsonObject, path: string): readonly FlowFinding[] {
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
