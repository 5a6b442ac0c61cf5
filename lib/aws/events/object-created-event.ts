// "Object Created" of S3 → the file to import: imports/<campaign>/<file>.
// docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html; keys come as they are, not
// percent-encoded.
import * as z from 'zod';
import { Fault } from '../../application/tasks/faults.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { Envelope } from './event-bridge.ts';

const Detail = z.object({ object: z.object({ key: z.string() }) });

/**
 * undefined for objects elsewhere, and for the empty objects consoles make as folders. A file in a
 * folder below that of the campaign comes through: the import reports that it was not read.
 */
export function readObjectCreated(body: unknown): TaskInput<'import-contacts'> | undefined {
  const { key } = Detail.parse(Envelope.parse(body).detail).object;
  if (!key.startsWith('imports/') || key.endsWith('/')) return undefined;
  const [, campaign, file] = key.split('/');
  if (campaign && file !== undefined) return { campaign, key };
  throw new Fault('BadInput', `'${key}' belongs to no campaign: upload it to imports/<campaign>/`);
}
