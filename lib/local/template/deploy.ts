// Creates what the templates describe, stack by stack, resources in the order of their references.

import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Cloud } from '../cloud.ts';
import { messageOf } from '../errors.ts';
import { isList, isObject, type Json, type JsonObject, own } from '../json.ts';
import type { Stack } from './assembly.ts';
import { isTrue, resolve, type Scope } from './intrinsics.ts';
import { inOrderOfReferences } from './references.ts';
import type { Created, ResourceKind } from './resource-kind.ts';

export interface DeployedResource extends Created {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
}

export interface DeployedAssembly {
  readonly resources: readonly DeployedResource[];
  /** Stack name → output name → value. */
  readonly outputs: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** What stacks take from each other. */
  readonly exports: ReadonlyMap<string, Json>;
}

export type ResourceKinds = Readonly<Record<string, ResourceKind>>;

export async function deploy(cloud: Cloud, kinds: ResourceKinds): Promise<DeployedAssembly> {
  refuseUnknown(cloud.assembly.stacks, kinds);
  const exports = new Map<string, Json>();
  const resources: DeployedResource[] = [];
  const outputs = new Map<string, Readonly<Record<string, string>>>();
  for (const stack of cloud.assembly.stacks) {
    const created = new Map<string, DeployedResource>();
    const scope = scopeOf(stack, cloud, created, exports);
    await createAll(stack, scope, cloud, kinds, created);
    resources.push(...created.values());
    outputs.set(stack.name, readOutputs(stack, scope, exports));
  }
  return { resources, outputs, exports };
}

/** Reports all of them at once instead of one per start. */
function refuseUnknown(stacks: readonly Stack[], kinds: ResourceKinds): void {
  const unknown = stacks.flatMap((stack) =>
    Object.entries(section(stack, 'Resources'))
      .filter(([, resource]) => isObject(resource) && !Object.hasOwn(kinds, String(resource.Type)))
      .map(([id, resource]) => `${(resource as JsonObject).Type} (${stack.name}.${id})`),
  );
  if (unknown.length > 0) throw new NotEmulated(`resource types: ${unknown.join(', ')}`);
}

async function createAll(
  stack: Stack,
  scope: Scope,
  cloud: Cloud,
  kinds: ResourceKinds,
  created: Map<string, DeployedResource>,
): Promise<void> {
  for (const logicalId of inOrderOfReferences(section(stack, 'Resources'))) {
    const made = await createResource({ stack, logicalId, scope, cloud, kinds });
    if (made) created.set(logicalId, made);
  }
}

interface ToCreate {
  readonly stack: Stack;
  readonly logicalId: string;
  readonly scope: Scope;
  readonly cloud: Cloud;
  readonly kinds: ResourceKinds;
}

/** undefined: its condition does not hold, or it is nothing here. */
export async function createResource({
  stack,
  logicalId,
  scope,
  cloud,
  kinds,
}: ToCreate): Promise<DeployedResource | undefined> {
  const resource = section(stack, 'Resources')[logicalId];
  if (!isObject(resource)) return undefined;
  if (resource.Condition !== undefined && !isTrue(String(resource.Condition), scope))
    return undefined;
  const type = String(resource.Type);
  try {
    const properties = resolve(resource.Properties ?? {}, scope);
    const made = await kinds[type]?.create({
      cloud,
      properties: isObject(properties) ? properties : {},
      logicalId,
      stackName: stack.name,
      generatedName: `${stack.name}-${logicalId}`,
    });
    return made && { ...made, stack: stack.name, logicalId, type };
  } catch (error) {
    const problem = `${stack.name}.${logicalId} (${type}): ${messageOf(error)}`;
    throw new Error(problem, { cause: error });
  }
}

export function scopeOf(
  stack: Stack,
  cloud: Cloud,
  created: ReadonlyMap<string, DeployedResource>,
  exports: ReadonlyMap<string, Json>,
): Scope {
  const find = (logicalId: string) => {
    const found = created.get(logicalId);
    if (!found) throw new Error(`the template has no resource or parameter '${logicalId}'`);
    return found;
  };
  return {
    location: cloud.location,
    stackName: stack.name,
    parameters: parametersOf(stack),
    mappings: section(stack, 'Mappings'),
    conditions: section(stack, 'Conditions'),
    ref: (logicalId) => find(logicalId).ref,
    attribute: (logicalId, name) => {
      const { attributes, type } = find(logicalId);
      const value = own(attributes ?? {}, name);
      if (value === undefined) throw new NotEmulated(`attribute '${name}' of ${type} ${logicalId}`);
      return value;
    },
    imported: (name) => {
      const value = exports.get(name);
      if (value === undefined) throw new Error(`no stack exports '${name}'`);
      return value;
    },
  };
}

/**
 * Defaults only. Parameters read from SSM (the CDK bootstrap version) play no part in a local run.
 */
function parametersOf(stack: Stack): ReadonlyMap<string, Json> {
  const entries = Object.entries(section(stack, 'Parameters')).flatMap(
    ([name, parameter]): [string, Json][] => {
      if (!isObject(parameter)) return [];
      const fromSsm = String(parameter.Type).startsWith('AWS::SSM::');
      if (parameter.Default === undefined && !fromSsm)
        throw new Error(`parameter '${name}' of stack ${stack.name} has no default`);
      return [[name, parameter.Default ?? '']];
    },
  );
  return new Map(entries);
}

function readOutputs(
  stack: Stack,
  scope: Scope,
  exports: Map<string, Json>,
): Readonly<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const [name, output] of Object.entries(section(stack, 'Outputs'))) {
    if (!isObject(output)) continue;
    if (output.Condition !== undefined && !isTrue(String(output.Condition), scope)) continue;
    const value = resolve(output.Value, scope) ?? '';
    read[name] = isList(value) ? value.join(',') : String(value);
    if (isObject(output.Export)) exports.set(String(resolve(output.Export.Name, scope)), value);
  }
  return read;
}

function section(stack: Stack, name: string): JsonObject {
  const value = stack.template[name];
  return isObject(value) ? value : {};
}
