// The messages that callback rules and classifiers send: the keys of their definitions.
import { z } from 'zod';
import { Id } from './basics.ts';

export const TextToSend = {
  from: z
    .union(
      [
        z.literal('random'),
        z
          .string()
          .regex(
            /^(\+[1-9]\d{6,14}|(?=.*[A-Za-z])[A-Za-z0-9]{3,11})$/,
            '"random", a number such as "+48600100100" or a sender name',
          ),
      ],
      '"random", a number such as "+48600100100" or a sender name',
    )
    .describe('"random" for any number of the centre, one number, or a sender name.'),
  text: z
    .string()
    .min(1)
    .max(1600)
    .describe('Text of the message: a Liquid template over record fields such as {{ name }}.'),
  transliterate: z
    .boolean()
    .optional()
    .describe(
      'Whether letters that make a part hold 70 characters instead of 160 are sent as their nearest plain ones: ł as l, č as c.',
    ),
};

export const EmailToSend = {
  mailbox: Id.describe('The mailbox that sends it: an id from centre.yaml.'),
  cc: z.array(z.email()).default([]).describe('Addresses that receive a copy.'),
  bcc: z.array(z.email()).default([]).describe('Addresses that receive a copy.'),
  subject: z.string().min(1).max(200).describe('A Liquid template over record fields.'),
  text: z.string().min(1).max(20_000).describe('A Liquid template over record fields.'),
  html: z
    .boolean()
    .optional()
    .describe(
      'Whether it is sent as HTML, too: with paragraphs, lists (- …), **bold** and [links](https://…) of the text.',
    ),
  attachments: z
    .array(z.string().min(1))
    .default([])
    .describe('Files in the folder attachments/, 10 MB together.'),
};
