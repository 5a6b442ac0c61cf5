// What a campaign lets its agents do beside their contacts.
import { z } from 'zod';

export const AgentsMay = z.strictObject({
  classifyWithoutContact: z
    .boolean()
    .default(false)
    .describe('Set a classifier that is a success, e.g. for a customer who walks in.'),
  recallWithoutContact: z.boolean().default(false).describe('Set when a record is called next.'),
  addRecords: z.boolean().default(false).describe('Add records to the campaign.'),
  editContactData: z
    .boolean()
    .default(false)
    .describe('Change the numbers and addresses of records that are theirs.'),
  recallEarly: z
    .boolean()
    .default(false)
    .describe('See recalls that are private to them before they are due, and make them then.'),
  seeCounts: z
    .boolean()
    .default(false)
    .describe('See how many records of the campaign are new, due, closed and so on.'),
  callOthers: z
    .boolean()
    .default(false)
    .describe('Call numbers of their own choice, outside of the campaign.'),
});

export const NOTHING_MORE: z.output<typeof AgentsMay> = {
  classifyWithoutContact: false,
  recallWithoutContact: false,
  addRecords: false,
  editContactData: false,
  recallEarly: false,
  seeCounts: false,
  callOthers: false,
};
