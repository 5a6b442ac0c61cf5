// A campaign: its channel, goal, record fields, classifiers and the rule that decides what follows
// a call.
import { z } from 'zod';
import { AgentsMay, NOTHING_MORE } from './agents-may.ts';
import { Country, Day, Duration, Id, Percent, PeriodText, RecordingFile } from './basics.ts';
import { PrioritySteps } from './centre.ts';
import { ContactCaps } from './contact-cap.ts';
import { ContactHours } from './contact-hours.ts';
import { ExternalService, LetterTemplate } from './desk.ts';
import { EmailReplies } from './email-channel.ts';
import { Inbound } from './inbound.ts';
import { EmailToSend, TextToSend } from './message.ts';
import { Sms } from './text-channel.ts';
import { Webhook } from './webhook.ts';

const FIELD_TYPES = [
  'none',
  'pesel',
  'nip',
  'regon',
  'ico',
  'rodne-cislo',
  'iban',
  'date',
  'number',
  'choice',
] as const;

export const Field = z.strictObject({
  label: z.string().max(100).optional().describe('Label shown to agents; the id by default.'),
  type: z
    .enum(FIELD_TYPES)
    .default('none')
    .describe('How values are checked; with none, any text is valid.'),
  options: z.array(z.string().min(1)).min(1).optional().describe('The values of a choice.'),
  required: z
    .boolean()
    .default(false)
    .describe('Must be filled in before the contact is classified.'),
  editable: z.boolean().default(true).describe('Whether agents may edit it.'),
  significant: z
    .boolean()
    .default(false)
    .describe('Identifies the record in lists; one field per campaign.'),
});
export type Field = z.output<typeof Field>;

/** Contact types a classifier may be offered for (CLS-5). */
export const CONTACT_TYPES = [
  'answered',
  'not-answered',
  'busy',
  'error',
  'email',
  'sms',
  'fax',
  'chat',
] as const;

export const Classifier = z.strictObject({
  name: z.string().min(1).max(100).describe('Name shown to agents.'),
  for: z
    .array(z.enum(CONTACT_TYPES))
    .min(1)
    .default(['answered'])
    .describe('Contact types it is offered for; answered by default.'),
  success: z.boolean().default(false).describe('Counts as a success of the campaign.'),
  closes: z.boolean().default(false).describe('Closes the record.'),
  blacklists: z
    .enum(['campaign', 'everywhere'])
    .optional()
    .describe(
      'Puts the number on the blacklist, for this campaign or for every one: it is not contacted again on any channel.',
    ),
  movesTo: Id.optional().describe(
    'Moves the record to that campaign: it is added there, new and due at once, and closed here.',
  ),
  copiesTo: Id.optional().describe('Adds the person to that campaign; the record here stays.'),
  sendsSms: z
    .strictObject(TextToSend)
    .optional()
    .describe('Sends a text message to the default number.'),
  sendsEmail: z
    .strictObject(EmailToSend)
    .optional()
    .describe('Sends an e-mail to the default address.'),
  makesPrivate: z
    .boolean()
    .default(false)
    .describe('Reserves the record for one agent, whom the agent who classifies names.'),
  recontact: z
    .strictObject({
      after: PeriodText.optional().describe(
        'Schedules the recall after this time; without it the agent chooses the time.',
      ),
      within: PeriodText.optional().describe('The longest time until a recall.'),
    })
    .optional()
    .describe('Schedules a recall of the record.'),
});
export type Classifier = z.output<typeof Classifier>;

const Handling = z.enum(['automatic', 'manual-web', 'manual-phone']);
export type Handling = z.output<typeof Handling>;

const OUTBOUND_MODES = ['preview', 'progressive', 'predictive', 'ratio'] as const;

const CAP_WINDOWS = ['day', 'thirty-days'] as const;

/**
 * Of answered calls; the most any of the rules the cap comes from allows
 * (lib/domain/pacing/settings.ts).
 */
const HIGHEST_CAP = 0.03;

const Pacing = z.strictObject({
  cap: Percent.refine((cap) => cap <= HIGHEST_CAP, 'at most 3%, the most that regulators allow')
    .default(HIGHEST_CAP)
    .describe(
      'Largest share of answered calls that may be abandoned, for this campaign and for all that share its agents; 3% by default.',
    ),
  window: z
    .enum(CAP_WINDOWS)
    .default('day')
    .describe(
      'What the cap is judged over. day: every day, on the calendar and in any 24 hours, as Ofcom did; no call beyond one per free agent is started that could bring the share over the cap, but agents who leave or do not answer in time can. thirty-days: successive periods of thirty days, as 16 CFR 310.4(b)(4) does, so a day may end above; small teams lose less time with it.',
    ),
});

/** Kinds of numbers that are not called unless the campaign says so. */
const SpecialNumber = z.enum(['premium', 'shared-cost', 'personal', 'satellite']);
export type SpecialNumber = z.output<typeof SpecialNumber>;

/** Seconds; the longest delay of an SQS message. */
const LONGEST_WORK = 900;
const SHORTEST_OFFER = 5;

export const Outbound = z.strictObject({
  mode: z
    .enum(OUTBOUND_MODES)
    .default('progressive')
    .describe(
      'How calls are paced: preview, progressive, predictive, or a fixed ratio of calls per agent.',
    ),
  pickupRate: Percent.optional().describe(
    'Expected share of calls that are answered; mode ratio only. With 50%, two numbers are dialed per agent.',
  ),
  per: z
    .enum(['online', 'free'])
    .optional()
    .describe(
      'Whom numbers are dialed for; mode ratio only. online: every agent at work, also those who are talking · free: every agent who waits for a call, so that fewer people are left without one. online by default.',
    ),
  pacing: Pacing.optional().describe('Limits of the predictive dialer; mode predictive only.'),
  beforeCallWork: Duration.refine(
    (work) => work <= LONGEST_WORK,
    'at most 15 min, the longest a call can wait in its queue',
  )
    .optional()
    .describe(
      'Time to look at the record before the call, counted from the moment the agent accepts it; mode preview only. With handling automatic, records are accepted for the agent when they are offered.',
    ),
  offerFor: Duration.refine(
    (time) => time >= SHORTEST_OFFER && time <= LONGEST_WORK,
    'from 5 s to 15 min',
  )
    .optional()
    .describe(
      'How long an agent has to accept the record or start the call before the record returns to the list; manual handling only. 2 min by default.',
    ),
  queue: Id.optional().describe('The queue whose agents handle the calls.'),
  longestWait: Duration.refine((wait) => wait >= 1, 'at least 1 s')
    .optional()
    .describe(
      "How long a person who answered waits for an agent; the queue's own `longestWait` by default.",
    ),
  steps: PrioritySteps.optional().describe(
    "How the priority of these calls rises while they wait; the queue's own `steps` by default.",
  ),
  priority: z
    .int()
    .min(0)
    .max(100)
    .default(50)
    .describe(
      "Priority of these calls while they wait for an agent; together with the campaign's `priority` and the weight of the record, it decides who is taken first.",
    ),
  callerIds: z.array(Id).default([]).describe('Numbers of the centre to call from, used in turn.'),
  ringFor: Duration.default(25).describe('How long a call rings: 15 s to 60 s; 25 s by default.'),
  wrapUp: Duration.default(30).describe(
    'Time to classify the contact after the call, before the record becomes unhandled; 30 s by default.',
  ),
  recording: z.boolean().optional().describe('Whether conversations are recorded; not by default.'),
  machineDetection: z
    .boolean()
    .default(false)
    .describe(
      'Whether Connect detects answering machines; if not, a machine counts as answered. Requires a service quota for campaign calls, which is 0 by default.',
    ),
  minimumRedialInterval: Duration.default(120).describe(
    'The shortest pause after a call before the same number is called again, whatever the rule says and whichever record or campaign called it; 2 min when missing: who did not pick up does not do so within seconds, and a telephone that keeps ringing is a nuisance. After an abandoned call the rule alone decides.',
  ),
  nextNumberAfter: z
    .array(z.enum(['not-answered', 'busy', 'error', 'voicemail', 'abandoned']))
    .default(['not-answered', 'busy', 'error'])
    .describe(
      "Call endings after which the person's next number is called at once; the callback rule runs when no number is left. By default not-answered, busy and error; with [] only the default number is called.",
    ),
  specialNumbers: z
    .array(SpecialNumber)
    .default([])
    .describe(
      'Kinds of expensive numbers that may be called: premium-rate, shared-cost, personal (forwarded at the expense of the caller) and satellite numbers. By default none.',
    ),
  rule: Id.optional().describe('The callback rule: a file in rules/.'),
  script: Id.optional().describe(
    "The call script agents see with the call: a file in scripts/; the queue's own `script` by default.",
  ),
  recallHours: Id.optional().describe('Hours in which recalls are made: an id from hours.yaml.'),
});
export type Outbound = z.output<typeof Outbound>;

export const Columns = z.strictObject({
  phone: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Column or columns with telephone numbers; the first is the default number.'),
  email: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Column or columns with e-mail addresses.'),
  weight: z
    .string()
    .optional()
    .describe(
      'Column with the weight of the record: the heavier one is called first. Weights are whole numbers from -100 to 100: 1.5 is read as 2, and what lies outside is left out, which the report says.',
    ),
  agent: z
    .string()
    .optional()
    .describe(
      'Column with the user name of the agent to whom the record is private: only they are called in for it. Never guessed.',
    ),
  consent: z
    .string()
    .optional()
    .describe(
      'Column that says whether the person has consented to marketing: yes, no, or the day on which they did. Never guessed.',
    ),
  fields: z.record(Id, z.string()).default({}).describe('Maps record fields to columns.'),
});

const UnhandledLimit = z.strictObject({
  most: z
    .int()
    .min(1)
    .max(100)
    .describe('With so many unhandled records an agent gets no further one.'),
  until: z
    .int()
    .min(0)
    .max(99)
    .default(0)
    .describe('They get records again when so many are left; 0 when none is.'),
});
export type UnhandledLimit = z.output<typeof UnhandledLimit>;

/** What becomes of the columns of a file, as a campaign or a saved mapping names them. */
export type NamedColumns = z.output<typeof Columns>;

export const Campaign = z.strictObject({
  name: z.string().min(1).max(100).describe('Display name.'),
  goal: z
    .enum(['exhaustion', 'none'])
    .default('exhaustion')
    .describe(
      'exhaustion: the campaign ends when every record has been worked · none: it never ends by itself.',
    ),
  priority: z
    .int()
    .min(0)
    .max(100)
    .default(50)
    .describe(
      'Of campaigns that share agents, the one with the higher value dials first; its calls are also taken first from a long queue.',
    ),
  country: Country.optional().describe(
    "Default country of telephone numbers; the centre's by default.",
  ),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'a colour such as "#0a7d4f", in quotes')
    .optional()
    .describe(
      'Colour of the window that announces a contact to an agent, such as "#0a7d4f"; text on it is black or white, whichever is easier to read.',
    ),
  handling: Handling.default('automatic').describe(
    'automatic: calls are placed and answered for the agent · manual-web: by the agent, in the browser · manual-phone: by the agent, on a telephone.',
  ),
  purpose: z
    .enum(['service', 'marketing'])
    .default('service')
    .describe(
      'What people are contacted for. marketing: only with a consent to it, where the country requires one · service: appointments, contracts and the like, without.',
    ),
  consentWording: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe('The words people agreed to; kept with the consents that an import brings.'),
  takesNoRecordsFrom: z
    .array(Id)
    .default([])
    .describe('Campaigns whose classifiers may neither move nor copy records here.'),
  unhandled: UnhandledLimit.optional().describe(
    'How many records an agent may leave unclassified before they get no further one. Records that are offered to one agent (mode preview) and text conversations obey it.',
  ),
  waitingMusic: RecordingFile.optional().describe(
    'Music at the desk of agents who wait for a contact, which they can switch off: a WAV or MP3 file in the folder recordings/. Agents of several campaigns hear that of the one with the highest priority. Whoever knows the address of the pages can hear it, too.',
  ),
  agentsMay: AgentsMay.default(NOTHING_MORE).describe('What agents may do beside their contacts.'),
  lastDate: Day.optional().describe('No recall is scheduled after this day.'),
  contactHours: ContactHours.default({ where: 'callee', countries: {} }).describe(
    'Hours in which people may be called, in their local time. By default, their country is taken from the number, and its usual hours apply.',
  ),
  contactCaps: ContactCaps.default([]).describe(
    'How often a person may have been contacted, by whatever campaign and channel, when this one contacts them; beside those of the centre.',
  ),
  channels: z
    .strictObject({
      outbound: Outbound.optional().describe('Outbound voice: calls to the people on record.'),
      inbound: Inbound.optional().describe('Inbound voice: calls from customers.'),
      sms: Sms.optional().describe('Text messages to the people on record, and their replies.'),
      email: EmailReplies.optional().describe(
        'Answers to e-mails of the campaign, from mailboxes with `replies`.',
      ),
    })
    .describe('The channels in use, each with its settings.'),
  fields: z.record(Id, Field).default({}).describe('Record fields.'),
  classifiers: z.record(Id, Classifier).default({}).describe('The ways a contact can end.'),
  columns: Columns.optional().describe(
    'Maps the columns of the contacts file. By default, and for files that have none of these columns, they are guessed from the headings.',
  ),
  supervisors: z
    .array(Id)
    .default([])
    .describe('Who is alerted by e-mail: ids of supervisors in centre.yaml.'),
  alerts: z
    .strictObject({
      poolBelow: z
        .int()
        .nonnegative()
        .optional()
        .describe('Alert when this number of records, or fewer, is left to dial.'),
    })
    .default({})
    .describe('When supervisors are alerted.'),
  services: z
    .record(Id, ExternalService)
    .default({})
    .describe('Pages of other systems that open with the record.'),
  templates: z
    .record(Id, LetterTemplate)
    .default({})
    .describe('Text messages and e-mails that agents choose from, fill in and send.'),
  webhooks: z
    .record(Id, Webhook)
    .default({})
    .describe('Who else is told of events of the campaign, over https or by e-mail.'),
});
export type Campaign = z.output<typeof Campaign>;
