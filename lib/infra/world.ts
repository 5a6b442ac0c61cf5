// What the functions' environment variables hold and what their rights are held on, in this
// deployment. The table of which task needs which is lib/application/tasks/task-ports.ts; here
// stands only what the words mean in AWS.

import type { Stack } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { type TaskName, taskOf } from '../application/tasks/tasks.ts';
import { breakStatus } from '../domain/campaigns/breaks.ts';
import { UNHANDLED_STATUS } from '../domain/campaigns/held-up.ts';
import { callRateLead } from '../domain/dialing/agent-pool.ts';
import { type ConnectStack, directoryPath, isPolled } from './connect-stack.ts';
import { type DataStack, RECORDED, REPORTS, UPLOADS, VOICEMAILS } from './data-stack.ts';
import type { Deployment } from './deployment.ts';
import { MAIL } from './incoming-mail.ts';
import type { Messaging } from './messaging.ts';
import type { World } from './resources.ts';
import { storeWorld } from './store-world.ts';

interface Parts {
  readonly deployment: Deployment;
  readonly data: DataStack;
  readonly connect: ConnectStack;
  readonly messaging: Messaging;
  /** Of received e-mails; undefined where no mailbox receives. */
  readonly mail: Bucket | undefined;
  readonly dialQueue: Queue;
  readonly tickQueue: Queue;
  readonly surveyQueue: Queue;
  readonly smsQueue: Queue;
  readonly emailQueue: Queue;
  readonly webhookQueue: Queue;
  readonly copyQueue: Queue;
  readonly importQueue: Queue;
}

export function worldOf(stack: Stack, parts: Parts): World {
  const { deployment, data, connect, messaging } = parts;
  const { centre } = deployment.definitions;
  const stored = storeWorld(stack, deployment, data);
  // those that look at agents do so, and act on what they see, only where no stream tells it
  const mayReach = (task: TaskName) =>
    isPolled(deployment) || !taskOf(task).ports.includes('agentLook');
  return {
    variables: {
      ...stored.variables,
      DIAL_QUEUE_URL: parts.dialQueue.queueUrl,
      TICK_QUEUE_URL: parts.tickQueue.queueUrl,
      CONNECT_INSTANCE_ID: connect.instance.id,
      OUTBOUND_FLOW_ID: connect.outboundFlowId,
      DIRECTORY_PATH: directoryPath(deployment),
      CALLS_PER_SECOND: String(centre.connect.callsPerSecond),
      CALL_BURST: String(centre.connect.burst),
      CALL_RATE_LEAD: callRateLead(deployment.definitions) ?? '-',
      SMS_CONFIGURATION_SET: messaging.smsConfigurationSet,
      EMAIL_CONFIGURATION_SET: messaging.emailConfigurationSet,
      CONTACTS_BUCKET: data.contacts.bucketName,
      RECORDINGS_BUCKET: data.recordings.bucketName,
      ...(parts.mail && { MAIL_BUCKET: parts.mail.bucketName }),
      SURVEY_QUEUE_URL: parts.surveyQueue.queueUrl,
      SMS_QUEUE_URL: parts.smsQueue.queueUrl,
      EMAIL_QUEUE_URL: parts.emailQueue.queueUrl,
      WEBHOOK_QUEUE_URL: parts.webhookQueue.queueUrl,
      COPY_QUEUE_URL: parts.copyQueue.queueUrl,
      UNHANDLED_STATUS: breakStatus(centre, deployment.name, { name: UNHANDLED_STATUS }),
      IMPORT_QUEUE_URL: parts.importQueue.queueUrl,
    },
    holdings: {
      ...stored.holdings,
      dialQueue: [parts.dialQueue.queueArn],
      tickQueue: [parts.tickQueue.queueArn],
      // ids of contacts and agents are Connect's to give, so within the instance nothing narrower
      // can be named
      contacts: [`${connect.instance.arn}/contact/*`],
      agents: (task) => (mayReach(task) ? [`${connect.instance.arn}/agent/*`] : []),
      // where the stream tells what agents do, nobody asks
      agentStates: isPolled(deployment) ? [`${connect.instance.arn}/routing-profile/*`] : [],
      agentNames: isPolled(deployment) ? [`${connect.instance.arn}/agent/*`] : [],
      agentStatuses: (task) => (mayReach(task) ? [`${connect.instance.arn}/agent-state/*`] : []),
      // the path itself is the resource of GetParametersByPath
      directory: [
        stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: deployment.name }),
      ],
      smsSenders: messaging.smsSenders,
      mailboxes: messaging.mailboxes,
      imports: [`${data.contactsArn}/${UPLOADS}*`],
      reports: [`${data.contactsArn}/${REPORTS}*`],
      surveyQueue: [parts.surveyQueue.queueArn],
      smsQueue: [parts.smsQueue.queueArn],
      emailQueue: [parts.emailQueue.queueArn],
      webhookQueue: [parts.webhookQueue.queueArn],
      copyQueue: [parts.copyQueue.queueArn],
      importQueue: [parts.importQueue.queueArn],
      recordings: [`${data.recordingsArn}/${RECORDED}*`],
      voicemails: [`${data.recordingsArn}/${VOICEMAILS}*`],
      mails: parts.mail ? [parts.mail.arnForObjects(`${MAIL}*`)] : [],
      mailBucket: parts.mail ? [parts.mail.bucketArn] : [],
    },
  };
}
