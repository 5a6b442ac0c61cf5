// Changes a running cloud to what another assembly describes, with all state kept, as far as only
// code, pages, flows, hours, state machines and parameters differ. Their names and ARNs stay, so
// nothing that refers to them has to know. Anything else needs a new start, and is named.
import type { Cloud } from '../cloud.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Assembly, Stack } from './assembly.ts';
import { createResource, type DeployedAssembly, type ResourceKinds, scopeOf } from './deploy.ts';

/** Created again under the same name, these replace what was there. */
const REPLACEABLE: ReadonlySet<string> = new Set([
  'AWS::Connect::ContactFlow',
  'AWS::Connect::HoursOfOperation',
  'AWS::Lambda::Function',
  'AWS::SSM::Parameter',
  'AWS::StepFunctions::StateMachine',
  // the pages say which version of the definitions is deployed
  'Custom::CDKBucketDeployment',
]);
/** They say how a resource came into being, or are only read by people. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['AWS::CDK::Metadata']);

export interface ResourceChange {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
}

export interface Changes {
  readonly replaced: readonly ResourceChange[];
  /** What a running cloud cannot take over. */
  readonly refused: readonly ResourceChange[];
}

export function changesBetween(before: Assembly, after: Assembly): Changes {
  const names = new Set([...before.stacks, ...after.stacks].map(({ name }) => name));
  const all = [...names].flatMap((name) =>
    changesOf(name, resourcesOf(before, name), resourcesOf(after, name)),
  );
  return {
    replaced: all.filter(({ replaceable }) => replaceable).map(({ change }) => change),
    refused: all.filter(({ replaceable }) => !replaceable).map(({ change }) => change),
  };
}

function changesOf(stack: string, before: JsonObject, after: JsonObject) {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].flatMap((logicalId) => {
    const [old, now] = [before[logicalId], after[logicalId]];
    const type = typeOf(now) ?? typeOf(old) ?? '';
    if (WITHOUT_EFFECT.has(type) || essence(old) === essence(now)) return [];
    const replaceable = REPLACEABLE.has(type) && typeOf(old) === type && typeOf(now) === type;
    return [{ replaceable, change: { stack, logicalId, type } }];
  });
}

const typeOf = (resource: unknown): string | undefined =>
  isObject(resource) ? String(resource.Type) : undefined;

/** Metadata tells where the CDK found an asset. */
function essence(resource: unknown): string {
  if (!isObject(resource)) return '';
  const { Metadata: _, ...rest } = resource;
  return JSON.stringify(rest);
}

const stackOf = ({ stacks }: Assembly, name: string): Stack | undefined =>
  stacks.find((stack) => stack.name === name);

function resourcesOf(assembly: Assembly, name: string): JsonObject {
  const resources = stackOf(assembly, name)?.template.Resources;
  return isObject(resources) ? resources : {};
}

/** @param cloud with the assembly that is to be taken over */
export async function replaceIn(
  cloud: Cloud,
  kinds: ResourceKinds,
  deployed: DeployedAssembly,
  replaced: readonly ResourceChange[],
): Promise<void> {
  for (const { stack: name, logicalId } of replaced) {
    const stack = stackOf(cloud.assembly, name);
    if (!stack) continue;
    const inStack = deployed.resources.filter((each) => each.stack === name);
    const created = new Map(inStack.map((each) => [each.logicalId, each]));
    const scope = scopeOf(stack, cloud, created, deployed.exports);
    await createResource({ stack, logicalId, scope, cloud, kinds });
  }
}
