// CloudFormation's intrinsic functions, as far as synthesised templates use them. Anything else is
// refused.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { AwsLocation } from '../aws-location.ts';
import { isList, isObject, type Json, type JsonObject, own } from '../json.ts';

/** What a template may refer to. */
export interface Scope {
  readonly location: AwsLocation;
  readonly stackName: string;
  readonly parameters: ReadonlyMap<string, Json>;
  readonly mappings: JsonObject;
  readonly conditions: JsonObject;
  readonly ref: (logicalId: string) => Json;
  readonly attribute: (logicalId: string, name: string) => Json;
  readonly imported: (name: string) => Json;
}

/** Stands for AWS::NoValue; properties with it vanish. */
const NO_VALUE = Symbol('AWS::NoValue');
type Value = Json | typeof NO_VALUE;

export function resolve(value: Json | undefined, scope: Scope): Json | undefined {
  if (value === undefined) return undefined;
  const result = walk(value, scope);
  return result === NO_VALUE ? undefined : result;
}

function walk(value: Json, scope: Scope): Value {
  if (isList(value))
    return value.map((item) => walk(item, scope)).filter((item) => item !== NO_VALUE);
  if (typeof value === 'string' && value.includes('{{resolve:'))
    throw new NotEmulated(`dynamic reference '${value}'`);
  if (!isObject(value)) return value;
  const [key, ...more] = Object.keys(value);
  if (key !== undefined && more.length === 0 && isIntrinsic(key)) {
    const run = own(FUNCTIONS, key);
    if (!run) throw new NotEmulated(`intrinsic function '${key}'`);
    return run(value[key] ?? null, scope);
  }
  const entries = Object.entries(value).flatMap(([name, item]): readonly [string, Json][] => {
    const resolved = item === undefined ? NO_VALUE : walk(item, scope);
    return resolved === NO_VALUE ? [] : [[name, resolved]];
  });
  return Object.fromEntries(entries);
}

function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

const FUNCTIONS: Readonly<Record<string, (argument: Json, scope: Scope) => Value>> = {
  Ref: (name, scope) => reference(String(name), scope),
  'Fn::GetAtt': (argument, scope) => {
    const [id, ...path] = isList(argument) ? argument.map(String) : String(argument).split('.');
    return scope.attribute(id ?? '', path.join('.'));
  },
  'Fn::Sub': (argument, scope) => substitute(argument, scope),
  'Fn::Join': (argument, scope) => {
    const [separator, items] = list(argument, 'Fn::Join');
    return list(definite(walk(items ?? null, scope)), 'Fn::Join')
      .map(String)
      .join(String(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list(argument, 'Fn::Select');
    const chosen = list(definite(walk(items ?? null, scope)), 'Fn::Select')[Number(index)];
    if (chosen === undefined) throw new Error(`Fn::Select: the list has no item ${String(index)}`);
    return chosen;
  },
  'Fn::Split': (argument, scope) => {
    const [separator, text] = list(argument, 'Fn::Split');
    return String(definite(walk(text ?? null, scope))).split(String(separator));
  },
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = list(argument, 'Fn::If');
    return walk((isTrue(String(name), scope) ? yes : no) ?? null, scope);
  },
  'Fn::ImportValue': (argument, scope) => scope.imported(String(definite(walk(argument, scope)))),
  'Fn::FindInMap': (argument, scope) => {
    const path = list(definite(walk(argument, scope)), 'Fn::FindInMap').map(String);
    let found: Json | undefined = scope.mappings;
    for (const key of path) found = isObject(found) ? own(found, key) : undefined;
    if (found === undefined) throw new Error(`Fn::FindInMap: nothing at ${path.join('.')}`);
    return found;
  },
  'Fn::GetAZs': (_, { location }) => ['a', 'b', 'c'].map((zone) => `${location.region}${zone}`),
  'Fn::Base64': (argument, scope) =>
    Buffer.from(String(definite(walk(argument, scope)))).toString('base64'),
};

function reference(name: string, scope: Scope): Value {
  const { location } = scope;
  if (name === 'AWS::NoValue') return NO_VALUE;
  if (name === 'AWS::AccountId') return location.account;
  if (name === 'AWS::Region') return location.region;
  if (name === 'AWS::Partition') return location.partition;
  if (name === 'AWS::URLSuffix') return 'amazonaws.com';
  if (name === 'AWS::StackName') return scope.stackName;
  if (name === 'AWS::StackId')
    return `arn:aws:cloudformation:${location.region}:${location.account}:stack/${scope.stackName}/local`;
  if (name.startsWith('AWS::')) throw new NotEmulated(`pseudo parameter '${name}'`);
  return scope.parameters.get(name) ?? scope.ref(name);
}

function substitute(argument: Json, scope: Scope): string {
  const [text, given] = isList(argument) ? argument : [argument];
  const variables = isObject(given) ? given : {};
  return String(text).replaceAll(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    const variable = own(variables, name);
    if (variable !== undefined) return String(definite(walk(variable, scope)));
    const [id, ...path] = name.split('.');
    if (path.length > 0) return String(scope.attribute(id ?? '', path.join('.')));
    return String(definite(reference(name, scope)));
  });
}

/** Whether a named condition of the template holds. */
export function isTrue(name: string, scope: Scope): boolean {
  const condition = own(scope.conditions, name);
  if (condition === undefined) throw new Error(`the template has no condition '${name}'`);
  return judge(condition, scope);
}

function judge(condition: Json, scope: Scope): boolean {
  if (!isObject(condition)) throw new NotEmulated('a condition that is not an object');
  const [key = ''] = Object.keys(condition);
  const argument = condition[key] ?? null;
  if (key === 'Condition') return isTrue(String(argument), scope);
  const parts = list(argument, key);
  if (key === 'Fn::Equals') {
    const [left, right] = parts.map((part) => definite(walk(part, scope)));
    return String(left) === String(right);
  }
  if (key === 'Fn::And') return parts.every((part) => judge(part, scope));
  if (key === 'Fn::Or') return parts.some((part) => judge(part, scope));
  if (key === 'Fn::Not') return !parts.some((part) => judge(part, scope));
  throw new NotEmulated(`condition function '${key}'`);
}

function list(value: Json, what: string): readonly Json[] {
  if (!isList(value)) throw new Error(`${what} needs a list`);
  return value;
}

function definite(value: Value): Json {
  if (value === NO_VALUE) throw new Error('AWS::NoValue is used where a value is needed');
  return value;
}
