// The app: four stacks, one way. Data knows nobody, Connect the data, the dialer both, the API all.
import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ApiStack } from './api-stack.ts';
import { ConnectStack } from './connect-stack.ts';
import { DataStack } from './data-stack.ts';
import type { Deployment } from './deployment.ts';
import { DialerStack } from './dialer-stack.ts';

export interface Ringback {
  readonly data: DataStack;
  readonly connect: ConnectStack;
  readonly dialer: DialerStack;
  readonly api: ApiStack;
}

export function addRingback(app: App, deployment: Deployment): Ringback {
  const { name } = deployment;
  const data = new DataStack(app, `${name}-data`, deployment);
  const connect = new ConnectStack(app, `${name}-connect`, deployment, data);
  const dialer = new DialerStack(app, `${name}-dialer`, { deployment, data, connect });
  const api = new ApiStack(app, `${name}-api`, { deployment, data, connect, dialer });
  // the CDK takes it for taggable, the resource type in many regions is not
  Tags.of(app).add('application', name, {
    excludeResourceTypes: ['AWS::Connect::IntegrationAssociation'],
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { data, connect, dialer, api };
}
