// What agents find beside a record: pages of other systems (CAM-25), and messages to choose from
// (SMS-5).
import { z } from 'zod';
import { EmailToSend, TextToSend } from './message.ts';

/** What an address may hold that says nothing of the person; a field of that name comes first. */
export const SERVICE_VALUES = ['record', 'campaign', 'agent'] as const;
/** The default number and address of the record. */
export const SERVICE_CONTACT_VALUES = ['phone', 'email'] as const;

export const ExternalService = z.strictObject({
  name: z.string().min(1).max(60).describe('Name shown to agents.'),
  url: z
    .string()
    .max(2000)
    .regex(/^https:\/\/[^/\s{]+(\/|$)/, 'an https address with a fixed host')
    .describe(
      'Address of the page: a Liquid template over record fields and record, campaign, agent, phone, email, with a fixed host: https://… Values are percent-encoded.',
    ),
  opens: z
    .enum(['with-record', 'by-hand'])
    .default('with-record')
    .describe(
      'with-record: the page opens in a tab when the agent takes the contact · by-hand: when the agent presses its link.',
    ),
  personalData: z
    .boolean()
    .default(false)
    .describe(
      'Whether the address may hold data of the person, which then stands in histories and logs of that system; without it `check` warns.',
    ),
});
export type ExternalService = z.output<typeof ExternalService>;

const name = z.string().min(1).max(60).describe('Name shown to agents.');

/** Filled in with the values of the record, and changed by the agent before it is sent. */
export const LetterTemplate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sms'), name, ...TextToSend }),
  z.strictObject({ kind: z.literal('email'), name, ...EmailToSend }),
]);
export type LetterTemplate = z.output<typeof LetterTemplate>;
