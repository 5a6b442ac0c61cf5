// "Object Created" of S3 → an e-mail that SES has stored.
// docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
import * as z from 'zod';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { Envelope } from './event-bridge.ts';

const Detail = z.object({ object: z.object({ key: z.string() }) });

/** What SES writes once to see that it may. */
const SET_UP = 'AMAZON_SES_SETUP_NOTIFICATION';

export function readMailStored(body: unknown): TaskInput<'receive-email'> | undefined {
  const { key } = Detail.parse(Envelope.parse(body).detail).object;
  return key.endsWith(SET_UP) ? undefined : { key };
}
