// The contact directory (REC-10, REC-11): all known people, apart from campaigns. It has fields and
// columns as a campaign has, and no channel: nobody is contacted by it.
import { z } from 'zod';
import { Country, Id } from './basics.ts';
import { Campaign, Columns, Field } from './campaign.ts';

export const Directory = z.strictObject({
  name: z.string().min(1).max(100).default('Directory').describe('Display name.'),
  country: Country.optional().describe(
    "Default country of telephone numbers; the centre's by default.",
  ),
  supervisors: z
    .array(Id)
    .default([])
    .describe(
      'Who may see and change it, beside administrators: ids of supervisors in centre.yaml.',
    ),
  fields: z.record(Id, Field).default({}).describe('Fields of a person.'),
  columns: Columns.optional().describe(
    'Maps the columns of contact files. By default they are guessed from the headings.',
  ),
});

/** Its settings as those of a campaign that contacts nobody. */
export const directoryAsCampaign = (directory: z.output<typeof Directory>): Campaign =>
  Campaign.parse({ ...directory, channels: {} });
