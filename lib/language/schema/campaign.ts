// A campaign: its channel, goal, record fields, classifiers and the rule that decides what follows
// a call.
import { z } from 'zod';
import { Country, Day, Duration, Id, Percent } from './basics.ts';
import { ContactHours } from './contact-hours.ts';
import { Inbound } from './inbound.ts';

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
  label: z.string().max(100).optional().describe('What agents read; the id when missing.'),
  type: z
    .enum(FIELD_TYPES)
    .default('none')
    .describe('How values are checked (REC-2); none takes any text.'),
  options: z.array(z.string().min(1)).min(1).optional().describe('The values of a choice.'),
  required: z.boolean().default(false).describe('Must be filled before a classification (REC-6).'),
  editable: z.boolean().default(true).describe('Whether agents may change it (REC-1).'),
  significant: z
    .boolean()
    .default(false)
    .describe('Names the record in lists; one field per campaign (REC-3).'),
});
export type Field = z.output<typeof Field>;

/** Contact types a classifier may be offered for (CLS-5). */
const CONTACT_TYPES = ['answered', 'not-answered', 'busy', 'error'] as const;

export const Classifier = z.strictObject({
  name: z.string().min(1).max(100).describe('What agents read (CLS-1).'),
  for: z
    .array(z.enum(CONTACT_TYPES))
    .min(1)
    .default(['answered'])
    .describe('Contact types it is offered for (CLS-5); answered when missing.'),
  success: z.boolean().default(false).describe("The campaign's aim was reached (CLS-4)."),
  closes: z.boolean().default(false).describe('Closes the record (CLS-3).'),
  recontact: z
    .strictObject({
      after: Duration.optional().describe(
        'Recall by itself after this time (CLS-6); without it the agent gives the time.',
      ),
      within: Duration.optional().describe('No recall later than this (CLS-7).'),
    })
    .optional()
    .describe('Sets a recall on the record (CLS-2).'),
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
  cap: Percent.refine((cap) => cap <= HIGHEST_CAP, 'at most 3%: what regulators allow')
    .default(HIGHEST_CAP)
    .describe('Largest share of answered calls that may be abandoned; 3% when missing.'),
  window: z
    .enum(CAP_WINDOWS)
    .default('day')
    .describe(
      'What the cap is judged over: every day, on the calendar and in any 24 hours, as Ofcom did, or the campaign in successive periods of thirty days, as 16 CFR 310.4(b)(4) does; small teams lose less time with the latter.',
    ),
});

/** Seconds; the longest delay of an SQS message. */
const LONGEST_WORK = 900;
const SHORTEST_OFFER = 5;

export const Outbound = z.strictObject({
  mode: z
    .enum(OUTBOUND_MODES)
    .default('progressive')
    .describe(
      'How calls are paced: preview (DIA-1), progressive, predictive (NEW-6), or the fixed ratio of DIA-2.',
    ),
  pickupRate: Percent.optional().describe(
    'Share of calls answered, mode ratio only (DIA-2): 50% dials two numbers per free agent.',
  ),
  pacing: Pacing.optional().describe('What a predictive dialer may risk, predictive only (NEW-6).'),
  beforeCallWork: Duration.refine(
    (work) => work <= LONGEST_WORK,
    'at most 15 min: an ordered call cannot wait longer in its queue',
  )
    .optional()
    .describe('Time to look at the record before the call, preview only (DIA-1).'),
  offerFor: Duration.refine(
    (time) => time >= SHORTEST_OFFER && time <= LONGEST_WORK,
    'from 5 s to 15 min',
  )
    .optional()
    .describe(
      'How long an agent who starts the calls has for it, until the record goes back to the list; handling manual only (CAM-3). 2 min when missing.',
    ),
  queue: Id.optional().describe('The queue whose agents take the calls (DIA-3).'),
  callerIds: z.array(Id).default([]).describe('Own numbers shown to the called, in turn (DIA-4).'),
  ringFor: Duration.default(25).describe('How long a call rings: 15 s to 60 s; 25 s when missing.'),
  wrapUp: Duration.default(30).describe(
    'Time to classify after the call; past it the record is unhandled (REC-9); 30 s when missing.',
  ),
  machineDetection: z
    .boolean()
    .default(false)
    .describe(
      'Whether Connect tells people from answering machines; without it a machine counts as answered. Needs the quota of campaign calls, 0 by default.',
    ),
  rule: Id.optional().describe('The callback rule: a file in rules/ (CBR).'),
  recallHours: Id.optional().describe('Recalls only then: an id from hours.yaml (CAM-10).'),
});
export type Outbound = z.output<typeof Outbound>;

const Columns = z.strictObject({
  phone: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Column or columns with telephone numbers; the first is the default.'),
  email: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Column or columns with e-mail addresses.'),
  weight: z.string().optional().describe('Column with the weight of the record.'),
  fields: z.record(Id, z.string()).default({}).describe('Record field to column.'),
});

export const Campaign = z.strictObject({
  name: z.string().min(1).max(100).describe('Display name (CAM-1).'),
  goal: z
    .enum(['exhaustion', 'none'])
    .default('exhaustion')
    .describe('Ends by itself when every record is worked off, or never (CAM-29).'),
  priority: z
    .int()
    .min(0)
    .max(100)
    .default(50)
    .describe('The higher value wins when the queue is long (CAM-12).'),
  country: Country.optional().describe(
    "Default country of numbers; the centre's when missing (CAM-26).",
  ),
  handling: Handling.default('automatic').describe(
    'Calls are answered and placed for the agent, or by the agent: in the browser, or on a phone (CAM-3).',
  ),
  lastDate: Day.optional().describe('Nothing is scheduled past this day (CAM-9).'),
  contactHours: ContactHours.default({ where: 'callee', countries: {} }).describe(
    'Hours in which people may be called where they are (NEW-7); by number, with the hours of their country, when missing.',
  ),
  channels: z
    .strictObject({
      outbound: Outbound.optional().describe('Outbound voice: calls to the records.'),
      inbound: Inbound.optional().describe('Inbound voice: calls from customers (INB).'),
    })
    .describe('Channels that are on; settings exist only for those (CAM-1).'),
  fields: z.record(Id, Field).default({}).describe('Record fields (REC-1).'),
  classifiers: z.record(Id, Classifier).default({}).describe('How a contact may end (CLS-1).'),
  columns: Columns.optional().describe(
    'CSV column names to fields (REC-10); guessed from the headings when missing, and for files that have none of them.',
  ),
  alerts: z
    .strictObject({
      poolBelow: z
        .int()
        .nonnegative()
        .optional()
        .describe('Alert when so many records or fewer are left to dial (MON-6).'),
    })
    .default({})
    .describe('When supervisors are told (MON).'),
});
export type Campaign = z.output<typeof Campaign>;
