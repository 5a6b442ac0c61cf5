// The app as we develop it: the stacks, and a check of each template against the rules of AWS
// Solutions.
import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Deployment } from './deployment.ts';
import { addStacks, type RingbackStacks } from './stacks.ts';

export function addRingback(app: App, deployment: Deployment): RingbackStacks {
  const ringback = addStacks(app, deployment);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return ringback;
}
