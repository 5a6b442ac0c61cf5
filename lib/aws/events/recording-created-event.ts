// "Object Created" of S3 → a recording of the IVR to look for messages in. Conversations with
// agents are recorded into the same bucket, under other names.
// docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
import * as z from 'zod';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { Envelope } from './event-bridge.ts';

const Detail = z.object({ object: z.object({ key: z.string() }) });

/** undefined for what is no sound. */
export function readRecordingCreated(body: unknown): TaskInput<'deliver-voicemail'> | undefined {
  const { key } = Detail.parse(Envelope.parse(body).detail).object;
  return key.endsWith('.wav') ? { key } : undefined;
}
