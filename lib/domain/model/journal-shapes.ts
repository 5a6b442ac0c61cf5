// What journal entries are made of.
import { z } from 'zod';

export const At = z.number().describe('epoch milliseconds');

const Gate = z.object({
  gate: z.string(),
  passed: z.boolean(),
  saw: z.union([z.string(), z.number(), z.boolean()]),
  wanted: z.union([z.string(), z.number(), z.boolean()]).optional(),
});
export const Gates = z.array(Gate).readonly();

export const callShape = { attempt: z.string() };

export const entry = <T extends string, S extends z.core.$ZodShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), at: At, ...shape });
