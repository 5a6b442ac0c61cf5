// Where a campaign wants to be told of its events (CAM-24, WHK-2, WHK-4).
import { z } from 'zod';
import { Email, Id, Language } from './basics.ts';

export const Webhook = z.strictObject({
  url: z
    .string()
    .max(2000)
    .regex(/^https:\/\/[^\s/?#@]+([/?#]\S*)?$/, 'an https address such as https://example.com/hook')
    .optional()
    .describe('Each event is posted there as JSON, signed; https only.'),
  email: Email.optional().describe(
    'Each event is e-mailed there instead, from the mailbox for alerts.',
  ),
  language: Language.optional().describe(
    "Language of the e-mails; the centre's first one by default.",
  ),
  events: z
    .array(z.string().min(1))
    .min(1)
    .describe('The events to tell: types from docs/events.md, such as call.missed.'),
  secret: Id.optional().describe(
    'Name of the secret that signs, within the path of the deployment; webhook-<campaign>-<webhook> by default. The deployment generates its value.',
  ),
});
export type Webhook = z.output<typeof Webhook>;
