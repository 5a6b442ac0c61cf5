// The centre itself, its agent groups and its queues.
import { z } from 'zod';
import { Country, Duration, Email, Id, Language, Phone, TimeZone } from './basics.ts';

const Mailbox = z.strictObject({
  address: Email.describe('The address e-mails are sent from; verify it in SES.'),
  name: z.string().max(100).optional().describe('The name shown beside the address.'),
});

const OwnNumber = z.union([
  z.strictObject({
    claim: z
      .strictObject({
        country: Country.describe('The country of the number.'),
        type: z
          .enum(['DID', 'TOLL_FREE'])
          .default('DID')
          .describe('A local number, or one that is free to call.'),
      })
      .describe('A number Connect claims for you at deployment.'),
  }),
  z.strictObject({
    number: Phone.describe('A number the instance has already.'),
    arn: z
      .string()
      .startsWith('arn:')
      .optional()
      .describe('Its ARN, if it is not in the instance.'),
  }),
]);

export const Centre = z.strictObject({
  name: z.string().min(1).max(100).describe('The name of the contact centre.'),
  timeZone: TimeZone.describe('Where the clock on the wall hangs, e.g. Europe/Warsaw.'),
  languages: z
    .array(Language)
    .min(1)
    .describe('Languages callers are spoken to in; the first is the default.'),
  country: Country.describe('Default country of telephone numbers written without one (CAM-26).'),
  numbers: z
    .record(Id, OwnNumber)
    .default({})
    .describe('Own numbers for voice, shown to the called (DIA-4).'),
  sms: z
    .strictObject({
      numbers: z.array(Phone).default([]).describe('Numbers leased in End User Messaging.'),
      names: z
        .array(
          z.string().regex(/^[A-Za-z0-9]{3,11}$/, 'a sender name of 3 to 11 letters and digits'),
        )
        .default([])
        .describe('Sender names.'),
      messagesPerSecond: z
        .number()
        .positive()
        .max(1000)
        .default(1)
        .describe(
          'Text messages a second of the account: the quota of SendTextMessage; 1 until AWS raises it. A burst waits.',
        ),
      partsPerSecond: z
        .number()
        .positive()
        .max(1000)
        .default(10)
        .describe(
          'Message parts a second of each sender; 10 for sender names and long numbers outside North America.',
        ),
    })
    .default({ numbers: [], names: [], messagesPerSecond: 1, partsPerSecond: 10 })
    .describe('Senders of text messages (CBR-12).'),
  extensions: z
    .record(
      z.string().regex(/^\d{1,10}$/, 'an extension of 1 to 10 digits'),
      z.string().describe('User name of the agent.'),
    )
    .default({})
    .describe('Internal numbers callers can key: extension to agent (IVR-16); quote them: "101".'),
  mailboxes: z
    .record(Id, Mailbox)
    .default({})
    .describe('Addresses e-mails are sent from (CBR-11).'),
  email: z
    .strictObject({
      recipientsPerSecond: z
        .number()
        .positive()
        .max(10_000)
        .default(1)
        .describe(
          'Recipients a second of the account: its sending rate in SES; 1 until the account leaves the sandbox. A burst waits.',
        ),
    })
    .default({ recipientsPerSecond: 1 })
    .describe('How fast e-mails are sent.'),
  connect: z
    .strictObject({
      instanceArn: z
        .string()
        .startsWith('arn:')
        .optional()
        .describe('An existing instance; without it a new one is made.'),
      alias: Id.optional().describe('Alias of the new instance.'),
      callsPerSecond: z
        .number()
        .positive()
        .max(100)
        .default(2)
        .describe('StartOutboundVoiceContact rate, per account and region.'),
      burst: z.int().positive().max(200).default(5).describe('Calls that may start at once.'),
    })
    .default({ callsPerSecond: 2, burst: 5 })
    .describe('Amazon Connect.'),
});
export type Centre = z.output<typeof Centre>;

export const Group = z.strictObject({
  name: z.string().max(100).optional().describe('Display name; the id when missing.'),
  agents: z
    .array(z.string().regex(/^[A-Za-z0-9._@-]{1,64}$/, 'a user name: letters, digits and . _ @ -'))
    .min(1)
    .describe('User names of the agents.'),
  skills: z
    .array(Id)
    .default([])
    .describe('Skills all its agents have; a campaign may require one (INB-8).'),
});
export type Group = z.output<typeof Group>;
export const GroupsFile = z.record(Id, Group);

const PriorityStep = z.strictObject({
  after: Duration.refine((after) => after >= 20, 'at least 20 s').describe(
    'How long somebody has waited in this queue; it is looked at every 20 to 39 s.',
  ),
  coefficient: z
    .number()
    .min(1)
    .max(100)
    .describe('What the priority the call began to wait with is multiplied by, 1 to 100.'),
});
export type PriorityStep = z.output<typeof PriorityStep>;

export const Queue = z.strictObject({
  name: z.string().max(100).optional().describe('Display name; the id when missing.'),
  groups: z
    .array(Id)
    .min(1)
    .describe('Agent groups that take its contacts, ids from groups.yaml (PRI-6).'),
  hours: Id.describe('When it is staffed: an id from hours.yaml.'),
  longestWait: Duration.default(30).describe(
    'How long an answered callee is kept waiting for an agent; 30 s when missing.',
  ),
  callerWait: Duration.default(1800).describe(
    'How long somebody who called us waits, unless the IVR says otherwise; 30 min when missing (IVR-13).',
  ),
  overflow: Id.optional().describe(
    'The queue callers go to when the longest wait is over, before the IVR goes on (PRI-4).',
  ),
  steps: z
    .array(PriorityStep)
    .min(1)
    .max(10)
    .optional()
    .describe(
      'How the priority of a call rises while it waits; each step later and greater (PRI-5).',
    ),
  capacity: z
    .int()
    .min(1)
    .max(500)
    .optional()
    .describe('How many may wait at once; the next caller finds it full.'),
  music: z
    .string()
    .regex(/^[A-Za-z0-9._-]+\.wav$/, 'a WAV file of the folder recordings/')
    .optional()
    .describe('Music while waiting: a file of the folder recordings/ (PRI-6).'),
});
export type Queue = z.output<typeof Queue>;
export const QueuesFile = z.record(Id, Queue);
