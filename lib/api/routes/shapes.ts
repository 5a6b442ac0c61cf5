// Schemas that several operations share.
import { z } from 'zod';

/** Ids of the definitions. */
export const IdOfCampaign = z.string().min(1).max(64).describe('id of the campaign');
export const IdOfRecord = z.string().min(1).max(64).describe('id of the record');

export const Iso = z.iso.datetime({ offset: true }).describe('ISO 8601, UTC');

/** What every list takes. */
export const Paging = {
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('how many at most'),
  cursor: z
    .string()
    .max(1000)
    .optional()
    .describe('`next` of the page before, as it was given; the first page without it'),
};

export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z.string().optional().describe('cursor of the next page; missing on the last one'),
  });
