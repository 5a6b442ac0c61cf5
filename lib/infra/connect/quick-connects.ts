// Quick connects: an agent can hand a caller on to any other queue. A queue lists quick connects
// and a quick connect names a queue, so the lists are links made after both.
import { type CfnQueue, CfnQuickConnect } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import { renderQueueTransferFlow } from '../../compiler/flows/queue-transfer-flow.ts';
import type { Deployment } from '../deployment.ts';
import { contactFlow } from './contact-flow.ts';
import type { Instance } from './instance.ts';
import type { ConnectLinkResources } from './links.ts';

export function quickConnects(
  scope: Construct,
  parts: {
    readonly deployment: Deployment;
    readonly instance: Instance;
    readonly queues: ReadonlyMap<string, CfnQueue>;
    readonly links: ConnectLinkResources;
  },
): void {
  const { deployment, instance, queues, links } = parts;
  // with one queue there is nowhere to hand a caller on to
  if (queues.size < 2) return;
  const { name } = deployment;
  const instanceArn = instance.arn;
  const { attrContactFlowArn } = contactFlow(scope, 'TransferFlow', {
    instanceArn,
    name: `${name} transfer`,
    type: 'QUEUE_TRANSFER',
    flow: renderQueueTransferFlow(),
  });
  const made = new Map(
    [...queues].map(([id, { attrQueueArn }]) => {
      const { attrQuickConnectArn } = new CfnQuickConnect(scope, `QuickConnect-${id}`, {
        instanceArn,
        name: `${name} ${id}`,
        description: `Hands the caller on to the queue ${id}`,
        quickConnectConfig: {
          quickConnectType: 'QUEUE',
          queueConfig: { contactFlowArn: attrContactFlowArn, queueArn: attrQueueArn },
        },
      });
      return [id, attrQuickConnectArn] as const;
    }),
  );
  for (const [id, { attrQueueArn }] of queues) {
    links.add(`QuickConnects-${id}`, {
      kind: 'queue-to-quick-connects',
      queue: attrQueueArn,
      quickConnects: [...made].filter(([other]) => other !== id).map(([, arn]) => arn),
    });
  }
}
