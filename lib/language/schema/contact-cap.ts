// How often people may be contacted, across campaigns and channels (NEW-7).
import { z } from 'zod';
import { PeriodText } from './basics.ts';

const CHANNELS = ['voice', 'sms', 'email'] as const;
/** Contacts are remembered for as long as the longest cap looks back. */
const LONGEST_DAYS = 366;

export const ContactCap = z.strictObject({
  most: z.int().min(1).max(100).describe('How many contacts at most.'),
  within: PeriodText.refine(
    ({ days, seconds }) => days <= LONGEST_DAYS && seconds <= LONGEST_DAYS * 86_400,
    'at most 366 d',
  )
    .refine(({ days, seconds }) => days + seconds > 0, 'longer than nothing')
    .describe('In how long a time, counted back from now.'),
  of: z
    .enum(['person', 'address'])
    .default('person')
    .describe(
      'person: contacts on any number or address of the record · address: on the one number or address.',
    ),
  channels: z
    .array(z.enum(CHANNELS))
    .min(1)
    .optional()
    .describe('Channels that count, and that the cap holds for; all of them when missing.'),
});
export type ContactCap = z.output<typeof ContactCap>;

export const ContactCaps = z.array(ContactCap).max(5);
