// "Object Created" of S3 → the file to import: imports/<campaign>/<file>.
// docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html; keys come as they are, not
// percent-encoded.
import * as z from 'zod';
import { Fault } from '../../application/tasks/faults.ts';
import { TASKS, type TaskInput } from '../../application/tasks/tasks.ts';
import { Envelope } from './event-bridge.ts';

const Order = TASKS['import-contacts'].input;
const Detail = z.object({ object: z.object({ key: z.string() }) });

/**
 * undefined for objects elsewhere, and for the empty objects consoles make as folders. A file in a
 * folder below that of the campaign comes through: the import reports that it was not read.
 */
export function readObjectCreated(body: unknown): TaskInput<'import-contacts'> | undefined {
  const order = Order.safeParse(body);
  // the import goes on, or is to be undone
  if (order.success) return order.data;
  const { detail, time } = Envelope.parse(body);
  const { key } = Detail.parse(detail).object;
  if (!key.startsWith('imports/') || key.endsWith('/')) return undefined;
  const [, campaign, file] = key.split('/');
  if (campaign && file !== undefined) return { campaign, key, since: Date.parse(time) };
  throw new Fault('BadInput', `'${key}' belongs to no campaign: upload it to imports/<campaign>/`);
}
