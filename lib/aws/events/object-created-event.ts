// "Object Created" of S3 → the file to import: imports/<campaign>/<file>.
// docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html; keys come as they are, not
// percent-encoded.
import * as z from 'zod';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { Envelope } from './event-bridge.ts';

const Detail = z.object({ object: z.object({ key: z.string() }) });

/** undefined for objects elsewhere, and for the empty objects consoles make as folders. */
export function readObjectCreated(body: unknown): TaskInput<'import-contacts'> | undefined {
  const { key } = Detail.parse(Envelope.parse(body).detail).object;
  const [, campaign] = /^imports\/([^/]+)\/[^/]+$/.exec(key) ?? [];
  return campaign ? { campaign, key } : undefined;
}
