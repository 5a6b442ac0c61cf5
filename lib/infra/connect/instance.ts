// The Connect instance: a new one, or an existing one by its ARN, which then stays as it is.
import { Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnInstance } from 'aws-cdk-lib/aws-connect';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { kept } from '../kept.ts';
import { LOGS_KEPT } from '../task-function.ts';

export interface Instance {
  readonly arn: string;
  readonly id: string;
  /** Where agents open it; a name that is nobody's where it is not known. */
  readonly url: string;
}

/** Of an instance of others' making whose alias nobody has told. */
const UNKNOWN = 'https://connect.invalid';
const urlOf = (alias: string): string => `https://${alias}.my.connect.aws`;

export function connectInstance(scope: Construct, deployment: Deployment): Instance {
  const { instanceArn, alias } = deployment.definitions.centre.connect;
  if (instanceArn) {
    const url = alias === undefined ? UNKNOWN : urlOf(alias);
    return { arn: instanceArn, id: instanceArn.split('/')[1] ?? '', url };
  }
  const instanceAlias = alias ?? uniqueAlias(scope, deployment.name);
  const logs = new LogGroup(scope, 'FlowLogs', {
    // Connect writes what callers key and what functions answer to the group of this name, and
    // would make one that keeps it for ever
    logGroupName: `/aws/connect/${instanceAlias}`,
    retention: LOGS_KEPT,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const instance = new CfnInstance(scope, 'Instance', {
    identityManagementType: 'CONNECT_MANAGED',
    instanceAlias,
    attributes: {
      inboundCalls: true,
      outboundCalls: true,
      contactflowLogs: true,
      autoResolveBestVoices: true,
    },
  });
  instance.node.addDependency(logs);
  instance.applyRemovalPolicy(kept(deployment));
  return { arn: instance.attrArn, id: instance.attrId, url: urlOf(instanceAlias) };
}

/**
 * Aliases are host names, unique in the world: the first part of the stack's own id makes this one
 * so.
 */
function uniqueAlias(scope: Construct, name: string): string {
  const stackUuid = Fn.select(2, Fn.split('/', Stack.of(scope).stackId));
  return Fn.join('-', [name, Fn.select(0, Fn.split('-', stackUuid))]);
}
