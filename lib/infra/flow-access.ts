// Which functions a flow may ask: each has to be associated with the instance, and to let it call.
// Associating one adds a permission of Connect's own making; ours says the same, so that nobody
// depends on it.
import { Stack } from 'aws-cdk-lib';
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { FlowTaskName } from '../application/tasks/inbound-tasks.ts';
import type { Instance } from './connect/instance.ts';
import type { TaskFunctions } from './task-function.ts';

export function letFlowsAsk(
  scope: Construct,
  tasks: ReadonlySet<FlowTaskName>,
  { functions, instance }: { readonly functions: TaskFunctions; readonly instance: Instance },
): void {
  for (const task of [...tasks].toSorted()) {
    const fn = functions[task];
    new CfnIntegrationAssociation(scope, `Flows-${task}`, {
      instanceId: instance.arn,
      integrationType: 'LAMBDA_FUNCTION',
      integrationArn: fn.functionArn,
    });
    fn.addPermission('Flows', {
      principal: new ServicePrincipal('connect.amazonaws.com'),
      sourceAccount: Stack.of(scope).account,
      sourceArn: instance.arn,
    });
  }
}
