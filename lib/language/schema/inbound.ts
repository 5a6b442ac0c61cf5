// The inbound voice channel of a campaign (INB): which numbers customers dial, which IVR answers,
// and what holds for every call.
import { z } from 'zod';
import { ApiRequest } from './api-request.ts';
import { Duration, Email, Id } from './basics.ts';
import { Say } from './ivr.ts';

const SurveyQuestion = z.strictObject({
  id: Id.describe('Names the answer on the timeline and in reports.'),
  say: Say,
  keys: z
    .array(z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']))
    .min(1)
    .default(['1', '2', '3', '4', '5'])
    .describe('Keys that are answers; 1 to 5 when missing.'),
});

const Survey = z.strictObject({
  how: z
    .enum(['stay', 'call-back'])
    .default('stay')
    .describe('The caller stays on the line after the agent, or is called back (INB-9).'),
  after: Duration.refine((after) => after <= 900, 'at most 15 min')
    .default(300)
    .describe('Call back after this time; 5 min when missing.'),
  questions: z.array(SurveyQuestion).min(1).max(10),
  thanks: Say.optional().describe('Said at the end.'),
});

export const Inbound = z.strictObject({
  numbers: z.array(Id).min(1).describe('Own numbers customers dial (INB-1); ids from centre.yaml.'),
  ivr: Id.describe('What callers hear: a file in ivrs/.'),
  wrapUp: Duration.default(30).describe(
    'Time to classify; no calls reach the agent meanwhile (INB-3).',
  ),
  extraWrapUp: Duration.default(0).describe('Further time the agent can take (INB-4).'),
  holdMusic: z
    .string()
    .regex(/^[A-Za-z0-9._-]+\.(wav|mp3)$/, 'a WAV or MP3 file of the folder recordings/')
    .optional()
    .describe(
      'Played on hold: a WAV file of the folder recordings/; an MP3 has to be converted (INB-5).',
    ),
  whisper: z
    .strictObject({
      agent: Say.optional().describe(
        "Heard by the agent alone, before the caller; without it the queue's name.",
      ),
      customer: Say.optional().describe('Heard by the caller alone; without it a tone.'),
    })
    .optional()
    .describe('What is said when an agent takes the call, before they hear each other.'),
  voicemail: z
    .strictObject({
      to: Email.describe('Messages are e-mailed there (INB-6).'),
      mailbox: Id.describe("One of the centre's mailboxes: the sender."),
      announcement: z
        .boolean()
        .default(true)
        .describe('With or without the system announcement before the tone (INB-7).'),
    })
    .optional(),
  skill: Id.optional().describe(
    'A skill the agent must have, see `skills` in groups.yaml (INB-8).',
  ),
  survey: Survey.optional().describe('Asked after a conversation with an agent (INB-9).'),
  lastAgent: Duration.optional().describe(
    'How long the agent of the last conversation is waited for first (INB-10).',
  ),
  privateAgent: Duration.optional().describe(
    'How long the agent of a private record is waited for first (INB-11).',
  ),
  protectClosed: z
    .boolean()
    .default(false)
    .describe('The classifier of a closed record does not change (INB-12, CLS-13).'),
  callBack: z
    .enum(['never', 'always', 'ivr'])
    .default('ivr')
    .describe('Whether callers who reached no agent get a recall: as the IVR says (INB-13).'),
  authorisation: z
    .union([
      z.literal('internal'),
      z.strictObject({
        request: ApiRequest,
        record: z
          .string()
          .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/)
          .describe('Where the value of `field` stands in the JSON answer.'),
        field: Id.describe('The record field that names the record by that value.'),
      }),
    ])
    .default('internal')
    .describe('Who recognises the record: our own records, or another system (INB-14).'),
  recording: z.boolean().default(false).describe('Record conversations (INB-15).'),
  priority: z
    .int()
    .min(0)
    .max(100)
    .default(50)
    .describe('Of this channel; the higher value is served earlier (PRI-3).'),
});
export type Inbound = z.output<typeof Inbound>;
