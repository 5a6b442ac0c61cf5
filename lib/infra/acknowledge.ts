// A finding of cdk-nag that stands, with the reason beside the construct it stands on. A finding
// nobody gave a reason for fails the synthesis.
import { Stack, Validations } from 'aws-cdk-lib';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';

/** @param id the finding as cdk-nag prints it, e.g. `AwsSolutions-IAM5[Resource::*]` */
export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  Validations.of(construct).acknowledge({ id, reason });
}

/**
 * A right on more than one named thing. The finding spells the resource out, references and all.
 */
export function acknowledgeWildcard(construct: IConstruct, resource: string, reason: string): void {
  const spelt = flattenCfnReference(Stack.of(construct).resolve(resource));
  if (spelt.includes('*')) acknowledge(construct, `AwsSolutions-IAM5[Resource::${spelt}]`, reason);
}
