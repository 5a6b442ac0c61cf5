// The Connect instance: a new one, or an existing one by its ARN, which then stays as it is.
import { Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnInstance } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';

export interface Instance {
  readonly arn: string;
  readonly id: string;
}

export function connectInstance(scope: Construct, deployment: Deployment): Instance {
  const { instanceArn, alias } = deployment.definitions.centre.connect;
  if (instanceArn) return { arn: instanceArn, id: instanceArn.split('/')[1] ?? '' };
  const instance = new CfnInstance(scope, 'Instance', {
    identityManagementType: 'CONNECT_MANAGED',
    instanceAlias: alias ?? uniqueAlias(scope, deployment.name),
    attributes: {
      inboundCalls: true,
      outboundCalls: true,
      contactflowLogs: true,
      autoResolveBestVoices: true,
    },
  });
  instance.applyRemovalPolicy(deployment.production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
  return { arn: instance.attrArn, id: instance.attrId };
}

/**
 * Aliases are host names, unique in the world: the first part of the stack's own id makes this one
 * so.
 */
function uniqueAlias(scope: Construct, name: string): string {
  const stackUuid = Fn.select(2, Fn.split('/', Stack.of(scope).stackId));
  return Fn.join('-', [name, Fn.select(0, Fn.split('-', stackUuid))]);
}
