// Imports on their way to another run of import-contacts.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { ImportQueue } from '../../application/ports/import-queue.ts';
import { sendMessages } from './messages.ts';

export const sqsImportQueue = (sqs: SQSClient, queueUrl: string): ImportQueue => ({
  send: (body) => sendMessages(sqs, queueUrl, [{ group: body.campaign, body, delay: 0 }]),
});
