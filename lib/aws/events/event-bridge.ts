// The envelope in which EventBridge delivers events.
// docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html
import * as z from 'zod';

export const Envelope = z.object({
  source: z.string(),
  'detail-type': z.string(),
  time: z.iso.datetime({ offset: true }),
  detail: z.record(z.string(), z.unknown()),
});
export type Envelope = z.output<typeof Envelope>;
