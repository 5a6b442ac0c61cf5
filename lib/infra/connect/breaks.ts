// Breaks that agents can take, as agent statuses of the instance, and the one in which they get no
// calls for having left too many records unhandled. In an instance of others' making
// the deployment's name is before each: names are unique there.
import { CfnAgentStatus } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import { breakStatus } from '../../domain/campaigns/breaks.ts';
import { holdsInConnect, UNHANDLED_STATUS } from '../../domain/campaigns/held-up.ts';
import type { Deployment } from '../deployment.ts';
import type { Instance } from './instance.ts';

/** Connect's own two states are the first and the last. */
const FIRST = 2;

export function breaks(
  scope: Construct,
  { name, definitions }: Deployment,
  instance: Instance,
): void {
  const { centre } = definitions;
  const status = (name: string, displayOrder: number) => ({
    instanceArn: instance.arn,
    name,
    state: 'ENABLED',
    type: 'CUSTOM',
    displayOrder,
  });
  const all = Object.entries(centre.breaks);
  for (const [n, [id, one]] of all.entries())
    new CfnAgentStatus(scope, `Break-${id}`, status(breakStatus(centre, name, one), FIRST + n));
  if (!holdsInConnect(definitions)) return;
  const unhandled = breakStatus(centre, name, { name: UNHANDLED_STATUS });
  new CfnAgentStatus(scope, 'UnhandledRecords', status(unhandled, FIRST + all.length));
}
