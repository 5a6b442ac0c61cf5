// Skills a campaign may ask for (INB-8), as values of one attribute Connect routes by. Which agent
// has which is set on the users, which are not made here.
import { CfnPredefinedAttribute } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import { SKILL_ATTRIBUTE } from '../../domain/calls/call-attributes.ts';
import type { Deployment } from '../deployment.ts';
import type { Instance } from './instance.ts';

export function skills(scope: Construct, deployment: Deployment, instance: Instance): void {
  const { groups, campaigns } = deployment.definitions;
  const had = Object.values(groups).flatMap((group) => group.skills);
  const wanted = Object.values(campaigns).flatMap(({ channels }) => channels.inbound?.skill ?? []);
  const stringList = [...new Set([...had, ...wanted])].toSorted();
  if (stringList.length === 0) return;
  new CfnPredefinedAttribute(scope, 'Skills', {
    instanceArn: instance.arn,
    name: skillAttribute(deployment),
    values: { stringList },
  });
}

/**
 * In an instance of others' making the deployment's name is before it: another deployment may have
 * skills of its own there.
 */
export const skillAttribute = ({ name, definitions }: Deployment): string =>
  definitions.centre.connect.instanceArn === undefined
    ? SKILL_ATTRIBUTE
    : `${name} ${SKILL_ATTRIBUTE}`;
