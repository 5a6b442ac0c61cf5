// Parses and evaluates policy documents. What cannot be evaluated is refused when the template is
// read.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import {
  type ConditionContext,
  checkCondition,
  holds,
  type PolicyCondition,
} from './conditions.ts';
import { matchesWildcard } from './wildcard.ts';

/** A statement of an identity or resource policy, checked and ready to be asked. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Resource policies only: service names, account ids, ARNs or '*'. */
  readonly principals: readonly string[];
  readonly conditions: readonly PolicyCondition[];
}

export interface AccessRequest {
  /** e.g. sqs:SendMessage */
  readonly action: string;
  readonly resource: string;
  readonly context: ConditionContext;
}

export type Verdict = 'allow' | 'deny' | 'silent';

const STATEMENT_KEYS = new Set([
  'Sid',
  'Effect',
  'Action',
  'Resource',
  'Principal',
  'Condition',
  'Version',
]);

export function parsePolicy(document: Json | undefined): readonly Statement[] {
  if (!isObject(document)) throw new NotEmulated('a policy document that is not an object');
  const statements = document.Statement;
  const list = isList(statements) ? statements : statements === undefined ? [] : [statements];
  return list.map((statement) => parseStatement(statement));
}

function parseStatement(statement: Json): Statement {
  if (!isObject(statement)) throw new NotEmulated('a policy statement that is not an object');
  for (const key of Object.keys(statement))
    if (!STATEMENT_KEYS.has(key)) throw new NotEmulated(`policy statement key '${key}'`);
  const effect = statement.Effect;
  if (effect !== 'Allow' && effect !== 'Deny')
    throw new NotEmulated(`policy effect '${String(effect)}'`);
  const conditions = parseConditions(statement.Condition);
  conditions.forEach(checkCondition);
  return {
    effect,
    actions: texts(statement.Action),
    resources: texts(statement.Resource),
    principals: parsePrincipals(statement.Principal),
    conditions,
  };
}

function parsePrincipals(principal: Json | undefined): readonly string[] {
  if (!isObject(principal)) return texts(principal);
  return Object.values(principal).flatMap((value) => texts(value));
}

function parseConditions(block: Json | undefined): readonly PolicyCondition[] {
  if (!isObject(block)) return [];
  return Object.entries(block).flatMap(([operator, tests]) =>
    Object.entries(isObject(tests) ? tests : ({} as JsonObject)).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      values: texts(values),
    })),
  );
}

function texts(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value.map(String) : [String(value)];
}

/** Whether the statement speaks about this action and resource, conditions aside. */
export function concerns(statement: Statement, { action, resource }: AccessRequest): boolean {
  return (
    statement.actions.some((pattern) => matchesWildcard(pattern, action, true)) &&
    statement.resources.some((pattern) => matchesWildcard(pattern, resource))
  );
}

/** An explicit Deny wins over any Allow. */
export function evaluate(statements: readonly Statement[], question: AccessRequest): Verdict {
  let verdict: Verdict = 'silent';
  for (const statement of statements) {
    if (!concerns(statement, question)) continue;
    if (!statement.conditions.every((condition) => holds(condition, question.context))) continue;
    if (statement.effect === 'Deny') return 'deny';
    verdict = 'allow';
  }
  return verdict;
}
