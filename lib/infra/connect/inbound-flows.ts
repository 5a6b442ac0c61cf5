// The flows of inbound campaigns, as the compiler gives them. Only the entry names other flows by
// ARN and it comes last, so they deploy in one go, now and when changed; own numbers lead to it by
// a link.
import { Lazy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CompiledIvr, References } from '../../compiler/ivr/compiled-ivr.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Deployment } from '../deployment.ts';
import { contactFlow } from './contact-flow.ts';
import type { FlowFunctions } from './flow-functions.ts';
import type { Instance } from './instance.ts';

interface Surroundings {
  readonly deployment: Deployment;
  readonly instance: Instance;
  readonly functions: FlowFunctions;
  /** What the flows name by id. */
  readonly things: Pick<References, 'queue' | 'hours' | 'prompt' | 'number' | 'skillAttribute'>;
}

/** Campaign → the ARNs of its flows by key, and which of them takes its calls. */
export type InboundFlows = ReadonlyMap<
  string,
  { readonly entryArn: string; readonly arns: ReadonlyMap<string, string> }
>;

export function inboundFlows(scope: Construct, around: Surroundings): InboundFlows {
  const { definitions } = around.deployment;
  return new Map(
    Object.keys(definitions.campaigns)
      .filter((id) => definitions.campaigns[id]?.channels.inbound)
      .map((id) => [id, campaignFlows(scope, id, around)] as const),
  );
}

function campaignFlows(
  scope: Construct,
  campaign: string,
  { deployment, instance, functions, things }: Surroundings,
) {
  const arns = new Map<string, string>();
  const compiled = deployment.compileIvr(deployment.definitions, campaign, {
    ...things,
    lambda: (task) => functions.arnOf(task),
    // asked while compiling, when the flow is not there yet
    flow: (key) => Lazy.string({ produce: () => arnOf(compiled, arns, key) }),
  });
  for (const { key, type, flow } of compiled.flows) {
    invariant(type !== 'MODULE', `flow '${key}' of campaign '${campaign}' is a module`);
    const made = contactFlow(scope, `Inbound-${campaign}-${key}`, {
      instanceArn: instance.arn,
      name: `${deployment.name} ${campaign} ${key}`,
      type,
      flow,
      functions,
    });
    arns.set(key, made.attrContactFlowArn);
  }
  return { entryArn: arnOf(compiled, arns, compiled.entry), arns };
}

function arnOf({ campaign }: CompiledIvr, arns: ReadonlyMap<string, string>, key: string): string {
  const arn = arns.get(key);
  invariant(arn, `campaign '${campaign}' has no flow '${key}'`);
  return arn;
}
