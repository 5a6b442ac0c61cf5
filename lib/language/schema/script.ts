// A call script: what agents read out and ask during a call, page by page (DIA-5, INB-2). A page
// leads on by the answers given on it or before it.
import { z } from 'zod';
import { Id } from './basics.ts';

const label = z.string().min(1).max(300).describe('What the agent asks or ticks.');
const required = z
  .boolean()
  .default(false)
  .describe('Whether the agent must answer it before the page is left.');

const Checkbox = z.strictObject({
  kind: z.literal('checkbox').describe('A box to tick; its answer is yes or no.'),
  label,
});
const Choice = z.strictObject({
  kind: z.literal('choice').describe('One of several answers.'),
  label,
  options: z
    .array(z.string().min(1).max(200))
    .min(2)
    .max(50)
    .describe('The answers to choose from.'),
  required,
});
const Text = z.strictObject({
  kind: z.literal('text').describe('Free text, up to 2,000 characters.'),
  label,
  required,
});

const Question = z.discriminatedUnion('kind', [Checkbox, Choice, Text]);
export type ScriptQuestion = z.output<typeof Question>;

const Jump = z.strictObject({
  if: Id.describe('A question of this page or of one before it.'),
  is: z
    .union([z.string(), z.array(z.string()).min(1)])
    .describe('The answer, or several; yes or no of a checkbox.'),
  to: Id.describe('The page that follows then.'),
});

const Page = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(5000)
    .optional()
    .describe('What the agent reads out: a template over the fields of the record.'),
  questions: z
    .record(Id, Question)
    .default({})
    .describe('Questions by id; an id stands once in a script and names the answer in reports.'),
  jumps: z.array(Jump).max(50).default([]).describe('Where to go on; the first that holds counts.'),
  next: Id.optional().describe('The page that follows when no jump holds; without it, the end.'),
});
export const Script = z.strictObject({
  name: z.string().min(1).max(100).describe('Display name.'),
  start: Id.describe('The first page.'),
  pages: z.record(Id, Page).describe('The pages by id.'),
});
export type Script = z.output<typeof Script>;
