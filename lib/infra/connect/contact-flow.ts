// A flow that is checked before it is deployed: CloudFormation would fail the stack without a
// reason.
import { CfnContactFlow } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import type { Flow, FlowType } from '../../compiler/flows/flow.ts';
import { validateFlow } from '../../compiler/flows/validate-flow.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { FlowFunctions } from './flow-functions.ts';

export function contactFlow(
  scope: Construct,
  id: string,
  props: {
    readonly instanceArn: string;
    readonly name: string;
    readonly type: Exclude<FlowType, 'MODULE'>;
    readonly flow: Flow;
    /** What it may ask. */
    readonly functions?: FlowFunctions;
  },
): CfnContactFlow {
  const problems = validateFlow(props.flow, props.type);
  invariant(problems.length === 0, `flow '${props.name}': ${JSON.stringify(problems)}`);
  const content = JSON.stringify(props.flow);
  const made = new CfnContactFlow(scope, id, {
    instanceArn: props.instanceArn,
    name: props.name,
    type: props.type,
    content,
  });
  props.functions?.precede(made, content);
  return made;
}
