// The inbound voice channel of a campaign (INB): which numbers customers dial, which IVR answers,
// and what holds for every call.
import { z } from 'zod';
import { ApiRequest } from './api-request.ts';
import { Duration, Email, Id, RecordingFile } from './basics.ts';
import { PrioritySteps } from './centre.ts';
import { Say } from './ivr.ts';

const SurveyQuestion = z.strictObject({
  id: Id.describe('Identifies the answer on the timeline and in reports.'),
  say: Say,
  keys: z
    .array(z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']))
    .min(1)
    .default(['1', '2', '3', '4', '5'])
    .describe('Keys that count as answers; 1 to 5 by default.'),
});

const Survey = z.strictObject({
  how: z
    .enum(['stay', 'call-back'])
    .default('stay')
    .describe(
      'stay: the caller stays on the line after the conversation · call-back: the caller is called back.',
    ),
  after: Duration.refine((after) => after <= 900, 'at most 15 min')
    .default(300)
    .describe('When the caller is called back; after 5 min by default.'),
  questions: z.array(SurveyQuestion).min(1).max(10),
  thanks: Say.optional().describe('Spoken at the end.'),
});

export const Inbound = z.strictObject({
  numbers: z.array(Id).min(1).describe('Numbers that customers call: ids from centre.yaml.'),
  ivr: Id.describe('The IVR that answers: a file in ivrs/.'),
  script: Id.optional().describe(
    "The call script agents see with the call: a file in scripts/; the queue's own `script` by default.",
  ),
  wrapUp: Duration.default(30).describe(
    'Time to classify the contact, during which the agent gets no calls; 30 s by default.',
  ),
  extraWrapUp: Duration.default(0).describe('Additional time the agent can request.'),
  queueMusic: RecordingFile.optional().describe(
    "Music while the caller waits in a queue: a WAV or MP3 file in the folder recordings/; the queue's own `music` by default.",
  ),
  holdMusic: RecordingFile.optional().describe(
    'Music on hold: a WAV or MP3 file in the folder recordings/.',
  ),
  longestWait: Duration.refine((wait) => wait >= 1, 'at least 1 s')
    .optional()
    .describe(
      "How long a caller waits in a queue before it overflows or the IVR continues, unless the block says otherwise; the queue's own `callerWait` by default.",
    ),
  steps: PrioritySteps.optional().describe(
    "How the priority of these calls rises while they wait; the queue's own `steps` by default.",
  ),
  whisper: z
    .strictObject({
      agent: Say.optional().describe(
        'Heard only by the agent, before the caller is connected; by default the name of the queue.',
      ),
      customer: Say.optional().describe('Heard only by the caller; by default a tone.'),
    })
    .optional()
    .describe('What is played when an agent answers, before they hear each other.'),
  voicemail: z
    .strictObject({
      to: Email.describe('Where messages are e-mailed.'),
      mailbox: Id.describe('The mailbox that sends them: an id from centre.yaml.'),
      announcement: z
        .boolean()
        .default(true)
        .describe('Whether the system announcement is played before the tone.'),
    })
    .optional(),
  skill: Id.optional().describe('A skill the agent must have: see `skills` in groups.yaml.'),
  survey: Survey.optional().describe('A survey after the conversation with an agent.'),
  lastAgent: Duration.optional().describe(
    'How long the call is reserved for the agent of the last conversation.',
  ),
  privateAgent: Duration.optional().describe(
    'How long the call is reserved for the agent of a private record.',
  ),
  protectClosed: z
    .boolean()
    .default(false)
    .describe('Whether the classifier of a closed record is kept.'),
  callBack: z
    .enum(['never', 'always', 'ivr'])
    .default('ivr')
    .describe(
      'Whether callers who reached no agent are called back; ivr: as the callback blocks of the IVR decide.',
    ),
  authorisation: z
    .union([
      z.literal('internal'),
      z.strictObject({
        request: ApiRequest,
        record: z
          .string()
          .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, 'a path such as "customer.id"')
          .describe('Where the JSON response has the value of `field`.'),
        field: Id.describe('The record field that is compared with that value.'),
      }),
    ])
    .default('internal')
    .describe(
      "What identifies the caller's record: the records of the campaign (internal), or another system.",
    ),
  recording: z.boolean().default(false).describe('Whether conversations are recorded.'),
  priority: z
    .int()
    .min(0)
    .max(100)
    .default(50)
    .describe('Priority of this channel; calls with a higher value are served earlier.'),
});
export type Inbound = z.output<typeof Inbound>;
