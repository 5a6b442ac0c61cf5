// When people may be called where they are (NEW-7): by default the hours of their country, public
// holidays left out.
import { z } from 'zod';
import { Country, Day, Id } from './basics.ts';
import { Spans, Week } from './hours.ts';

const CountryHours = z.strictObject({
  week: Week.optional().describe(
    'Hours by weekday ("mon") or range ("mon-fri"), in local time; a single day overrides a range, and days not listed are closed. By default, the usual hours of the country.',
  ),
  holidays: z
    .enum(['closed', 'nationwide', 'open'])
    .default('closed')
    .describe(
      'closed: no calls on public holidays; where the region is unknown, on those of any region · nationwide: no calls on national holidays only · open: holidays are ordinary days.',
    ),
  exceptions: z
    .record(Day, Spans)
    .default({})
    .describe('Dates with other hours, or "closed"; they override the week and the holidays.'),
});
export type CountryHours = z.output<typeof CountryHours>;

export const ContactHours = z.strictObject({
  where: z
    .enum(['callee', 'campaign'])
    .default('callee')
    .describe(
      'callee: hours at the place derived from the number and address · campaign: everybody is assumed to be where the centre is.',
    ),
  countryField: Id.optional().describe(
    'Record field with the country of the address: a code such as DE, or a name such as Deutschland.',
  ),
  regionField: Id.optional().describe(
    'Record field with the federal state of a German address: BY, DE-BY or Bayern.',
  ),
  countries: z
    .record(Country, CountryHours)
    .default({})
    .describe('Hours by country; a country not listed keeps its usual hours.'),
});
export type ContactHours = z.output<typeof ContactHours>;
