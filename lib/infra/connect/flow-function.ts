// The function of a task that flows ask, by its name: it lives in a stack that builds on this one,
// so it cannot be referred to.
import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FlowTaskName } from '../../application/tasks/inbound-tasks.ts';
import type { Deployment } from '../deployment.ts';
import { functionName } from '../task-function.ts';

export function flowFunctionArn(
  scope: Construct,
  deployment: Deployment,
  task: FlowTaskName,
): string {
  return Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: functionName(deployment, task),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
