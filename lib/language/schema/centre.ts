// The centre itself, its agent groups and its queues.
import { z } from 'zod';
import {
  Country,
  Domain,
  Duration,
  Email,
  Id,
  Language,
  Phone,
  RecordingFile,
  TimeZone,
} from './basics.ts';
import { ContactCaps } from './contact-cap.ts';
import { Hlr } from './hlr.ts';

const Mailbox = z.strictObject({
  address: Email.describe('The address that e-mails are sent from; verify it in SES.'),
  name: z.string().max(100).optional().describe('The display name of the sender.'),
  replies: Domain.optional().describe(
    'A domain whose mail SES receives, such as reply.example.com: answers to what the mailbox sends go there, and come to the agents of campaigns with an `email` channel. Its MX record points to SES.',
  ),
});

const Supervisor = z.strictObject({
  email: Email.describe('The address that alerts are sent to.'),
  language: Language.optional().describe("Language of the alerts; the centre's first by default."),
});

const Break = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(80)
    .describe('Name shown to agents, and of the agent status in Connect.'),
  longest: Duration.optional().describe('How long it may last; after that the desk says so.'),
});

const OwnNumber = z.union([
  z.strictObject({
    claim: z
      .strictObject({
        country: Country.describe('The country of the number.'),
        type: z
          .enum(['DID', 'TOLL_FREE'])
          .default('DID')
          .describe('A local number, or a toll-free one.'),
      })
      .describe('A number that Connect claims at deployment.'),
  }),
  z.strictObject({
    number: Phone.describe('A number that has already been claimed.'),
    arn: z
      .string()
      .startsWith('arn:')
      .optional()
      .describe('Its ARN, if it belongs to another instance.'),
  }),
]);

export const Centre = z.strictObject({
  name: z.string().min(1).max(100).describe('The name of the contact centre.'),
  timeZone: TimeZone.describe('IANA time zone of the contact centre, such as Europe/Warsaw.'),
  languages: z
    .array(Language)
    .min(1)
    .describe('Languages spoken to callers; the first is the default.'),
  country: Country.describe('Default country of telephone numbers written without a country code.'),
  numbers: z
    .record(Id, OwnNumber)
    .default({})
    .describe('Telephone numbers of the centre by id, for inbound calls and as caller ids.'),
  sms: z
    .strictObject({
      numbers: z.array(Phone).default([]).describe('Numbers leased in AWS End User Messaging.'),
      names: z
        .array(
          z
            .string()
            .regex(
              /^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/,
              'a sender name of 3 to 11 letters and digits, at least one of them a letter',
            ),
        )
        .default([])
        .describe('Alphanumeric sender names.'),
      messagesPerSecond: z
        .number()
        .positive()
        .max(1000)
        .default(1)
        .describe(
          'Text messages per second that the account may send, its quota of SendTextMessage: 1 until AWS raises it. What is ordered faster waits its turn.',
        ),
      partsPerSecond: z
        .number()
        .positive()
        .max(1000)
        .default(10)
        .describe(
          'Message parts per second that each sender may send: 10 for sender names and long codes outside North America.',
        ),
    })
    .default({ numbers: [], names: [], messagesPerSecond: 1, partsPerSecond: 10 })
    .describe('Senders of text messages.'),
  extensions: z
    .record(
      z.string().regex(/^\d{1,10}$/, 'an extension of 1 to 10 digits'),
      z.string().describe('User name of the agent.'),
    )
    .default({})
    .describe('Extensions that callers can dial, each with its agent; in quotes: "101".'),
  breaks: z
    .record(Id, Break)
    .default({})
    .describe('Breaks that agents can take by id, in the order they are offered.'),
  supervisors: z
    .record(Id, Supervisor)
    .default({})
    .describe('Supervisors by id; campaigns name those they alert.'),
  sources: z
    .string()
    .regex(/^https:\/\/[^\s/]+\/\S*\{path\}\S*$/, 'an https address with {path} in it')
    .optional()
    .describe(
      'Where the files of this folder can be read, such as "https://git.example.org/centre/blob/{commit}/{path}#L{line}". The console links rules, tiles, IVRs and campaigns to it. {path} is within the folder; {commit} is the one deployed, and main where none is known.',
    ),
  alerts: z
    .strictObject({
      mailbox: Id.optional().describe('The mailbox that alerts are sent from.'),
    })
    .default({})
    .describe('How supervisors are alerted.'),
  mailboxes: z
    .record(Id, Mailbox)
    .default({})
    .describe('Mailboxes by id, from which e-mails are sent.'),
  email: z
    .strictObject({
      recipientsPerSecond: z
        .number()
        .positive()
        .max(10_000)
        .default(1)
        .describe(
          'Recipients per second that the account may send to, its sending rate in SES: 1 until the account leaves the sandbox. What is ordered faster waits its turn.',
        ),
      unsubscribeAt: z
        .string()
        .regex(/^https:\/\/[^\s/]+(\/[^\s]*)?$/, 'an https address')
        .optional()
        .describe(
          'Address of the API as people reach it, an output of the deployment: marketing e-mails carry a link there to unsubscribe by one click.',
        ),
    })
    .default({ recipientsPerSecond: 1 })
    .describe('How fast e-mails are sent.'),
  hlr: Hlr.optional().describe(
    'Who is asked whether a number is in service; needed by tiles of kind hlr-check.',
  ),
  contactCaps: ContactCaps.default([]).describe(
    'How often a person may be contacted, by whatever campaign and channel.',
  ),
  connect: z
    .strictObject({
      instanceArn: z
        .string()
        .startsWith('arn:')
        .optional()
        .describe('ARN of an existing instance; without it a new one is created.'),
      alias: Id.optional().describe(
        'Alias of the new instance; with `instanceArn`, the one it has: the desk opens its softphone there.',
      ),
      agentEvents: z
        .enum(['stream', 'polled'])
        .optional()
        .describe(
          'How the dialer learns what agents do. `stream`, also when missing: from the events of Connect, within a second; their Kinesis stream costs 13 USD a month, used or not. `polled`: it asks Connect while records are due, at most every five seconds; that costs nothing at rest.',
        ),
      callsPerSecond: z
        .number()
        .positive()
        .max(1000)
        .default(2)
        .describe('Rate of StartOutboundVoiceContact that AWS grants, per account and region.'),
      burst: z
        .int()
        .positive()
        .max(1000)
        .default(5)
        .describe('Calls that may start at the same moment.'),
      quotas: z
        .strictObject({
          numbers: z
            .int()
            .positive()
            .default(5)
            .describe('Telephone numbers; 5 until AWS raises it.'),
          queues: z.int().positive().default(100).describe('Queues; 100 until AWS raises it.'),
          queuesPerGroup: z
            .int()
            .positive()
            .default(50)
            .describe('Queues that one group serves; 50 until AWS raises it.'),
        })
        .optional()
        .describe('What AWS allows the instance, where it is more than a new one has.'),
    })
    .default({ callsPerSecond: 2, burst: 5 })
    .describe('Amazon Connect: the instance and its quotas.'),
});
export type Centre = z.output<typeof Centre>;

export const Group = z.strictObject({
  name: z.string().max(100).optional().describe('Display name; the id by default.'),
  agents: z
    .array(z.string().regex(/^[A-Za-z0-9._@-]{1,64}$/, 'a user name: letters, digits and . _ @ -'))
    .min(1)
    .describe('User names of the agents.'),
  skills: z
    .array(Id)
    .default([])
    .describe('Skills that all its agents have; a campaign may require one of them.'),
});
export type Group = z.output<typeof Group>;
export const GroupsFile = z.record(Id, Group);

const PriorityStep = z.strictObject({
  after: Duration.refine((after) => after >= 20, 'at least 20 s').describe(
    'How long the caller has waited in this queue; evaluated every 20 to 39 s.',
  ),
  coefficient: z
    .number()
    .min(1)
    .max(100)
    .describe('Factor applied to the priority the call had when it began to wait, 1 to 100.'),
});
export type PriorityStep = z.output<typeof PriorityStep>;

/** The steps of a queue, or of a campaign's channel in its place. */
export const PrioritySteps = z.array(PriorityStep).min(1).max(10);

export const Queue = z.strictObject({
  name: z.string().max(100).optional().describe('Display name; the id by default.'),
  groups: z
    .array(Id)
    .min(1)
    .describe('Agent groups that handle its contacts: ids from groups.yaml.'),
  hours: Id.describe('Hours in which it is staffed: an id from hours.yaml.'),
  longestWait: Duration.default(30).describe(
    'How long a person who answered is kept waiting for an agent; 30 s by default.',
  ),
  callerWait: Duration.default(1800).describe(
    'How long a caller waits, unless the IVR or the campaign says otherwise; 30 min by default.',
  ),
  overflow: Id.optional().describe(
    'The queue callers move to after the longest wait, before the IVR continues.',
  ),
  steps: PrioritySteps.optional().describe(
    'How the priority of a call rises while it waits, unless its campaign has steps; each step is later and greater than the one before.',
  ),
  capacity: z
    .int()
    .min(1)
    .max(500)
    .optional()
    .describe('How many callers may wait at the same time; for the next one the queue is full.'),
  script: Id.optional().describe(
    'The call script of its calls, unless their campaign has one: a file in scripts/.',
  ),
  music: RecordingFile.optional().describe(
    'Music while waiting: a WAV or MP3 file in the folder recordings/.',
  ),
});
export type Queue = z.output<typeof Queue>;
export const QueuesFile = z.record(Id, Queue);
