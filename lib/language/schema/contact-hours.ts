// When people may be called where they are (NEW-7): by default the hours of their country, public
// holidays left out.
import { z } from 'zod';
import { Country, Day, Id } from './basics.ts';
import { Spans, Week } from './hours.ts';

const CountryHours = z.strictObject({
  week: Week.optional().describe(
    'Weekdays to hours on the clock there; a day not named is closed. The hours of the country when missing.',
  ),
  holidays: z
    .enum(['closed', 'nationwide', 'open'])
    .default('closed')
    .describe(
      'closed: no calls on public holidays, where the region is unknown on those of any region · nationwide: only those of the whole country count · open: days like any other.',
    ),
  exceptions: z
    .record(Day, Spans)
    .default({})
    .describe('Dates with other hours, or "closed"; they win over the week and the holidays.'),
});
export type CountryHours = z.output<typeof CountryHours>;

export const ContactHours = z.strictObject({
  where: z
    .enum(['callee', 'campaign'])
    .default('callee')
    .describe(
      'callee: hours of the place that number and address tell · campaign: everybody is taken to be where the centre is.',
    ),
  countryField: Id.optional().describe('Record field with the country of the address, as a code.'),
  regionField: Id.optional().describe(
    'Record field with the Land of a German address: BY, DE-BY or Bayern.',
  ),
  countries: z
    .record(Country, CountryHours)
    .default({})
    .describe("Own hours by country; a country not named keeps the product's."),
});
export type ContactHours = z.output<typeof ContactHours>;
