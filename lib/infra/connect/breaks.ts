// Breaks that agents can take, as agent statuses of the instance. In an instance of others' making
// the deployment's name is before each: names are unique there.
import { CfnAgentStatus } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import { breakStatus } from '../../domain/campaigns/breaks.ts';
import type { Deployment } from '../deployment.ts';
import type { Instance } from './instance.ts';

/** Connect's own two states are the first and the last. */
const FIRST = 2;

export function breaks(
  scope: Construct,
  { name, definitions: { centre } }: Deployment,
  instance: Instance,
): void {
  for (const [n, [id, one]] of Object.entries(centre.breaks).entries())
    new CfnAgentStatus(scope, `Break-${id}`, {
      instanceArn: instance.arn,
      name: breakStatus(centre, name, one),
      state: 'ENABLED',
      type: 'CUSTOM',
      displayOrder: FIRST + n,
    });
}
