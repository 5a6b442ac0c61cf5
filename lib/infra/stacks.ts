// Five stacks, one way. Data knows nobody, Connect the data, the dialer both, the callback rules
// the dialer, the API all but the rules.
import { Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ApiStack } from './api-stack.ts';
import { ConnectStack } from './connect-stack.ts';
import { DataStack } from './data-stack.ts';
import type { Deployment } from './deployment.ts';
import { DialerStack } from './dialer-stack.ts';
import { RulesStack } from './rules-stack.ts';

export interface RingbackStacks {
  readonly data: DataStack;
  readonly connect: ConnectStack;
  readonly dialer: DialerStack;
  readonly rules: RulesStack;
  readonly api: ApiStack;
}

/** @param scope the app, or a construct of somebody's own app */
export function addStacks(scope: Construct, deployment: Deployment): RingbackStacks {
  const { name } = deployment;
  const data = new DataStack(scope, `${name}-data`, deployment);
  const connect = new ConnectStack(scope, `${name}-connect`, deployment, data);
  const dialer = new DialerStack(scope, `${name}-dialer`, { deployment, data, connect });
  const rules = new RulesStack(scope, `${name}-rules`, { deployment, dialer });
  const api = new ApiStack(scope, `${name}-api`, { deployment, data, connect, dialer });
  // the CDK takes it for taggable, the resource type in many regions is not
  Tags.of(scope).add('application', name, {
    excludeResourceTypes: ['AWS::Connect::IntegrationAssociation'],
  });
  return { data, connect, dialer, rules, api };
}
