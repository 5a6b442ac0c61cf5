// Messages that people at the centre write, and how their readers get no more e-mails.
import { z } from 'zod';
import { route } from '../route.ts';
import { IdOfCampaign, IdOfRecord } from './shapes.ts';

const Token = z.object({
  token: z
    .string()
    .min(1)
    .max(1000)
    .regex(/^[A-Za-z0-9_-]+$/, 'as the e-mail has it')
    .describe('of the e-mail, signed'),
});
const Copies = z.array(z.email()).max(10).default([]);

export const EMAIL_READS = {
  askUnsubscribe: route({
    method: 'GET',
    path: '/v1/unsubscribe/{token}',
    tag: 'contacts',
    summary: 'Ask a person who followed the link of an e-mail whether they want no more',
    details: 'A page with one button. Looking at it changes nothing: programs look at links, too.',
    who: 'anyone',
    params: Token,
    answer: z.string(),
    media: 'text/html',
  }),
};

export const EMAIL_WRITES = {
  unsubscribe: route({
    method: 'POST',
    path: '/v1/unsubscribe/{token}',
    tag: 'contacts',
    summary: 'Unsubscribe from the advertising e-mails of a campaign, by one click (RFC 8058)',
    details: 'Posted by mail programs, and by the page behind the link.',
    who: 'anyone',
    params: Token,
    answer: z.string(),
    media: 'text/html',
  }),
};

export const MESSAGE_DESK = {
  writeText: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/{record}/texts',
    tag: 'calls',
    summary: 'Write a text message to the default number of a record',
    details:
      'Sent once, however often it is sent in under the same `id`. A text of the person is answered in its conversation instead.',
    who: { roles: ['administrator', 'supervisor', 'agent'], scope: 'records.write' },
    params: z.object({ campaign: IdOfCampaign, record: IdOfRecord }),
    body: z.strictObject({
      id: z
        .string()
        .regex(/^[A-Za-z0-9-]{1,64}$/, '1 to 64 letters, digits and hyphens')
        .describe('chosen by you'),
      text: z.string().trim().min(1).max(1600),
      from: z
        .string()
        .min(1)
        .max(20)
        .optional()
        .describe(
          "a number or name of the centre, or random; that of the campaign's texts without it",
        ),
    }),
    answer: z.object({ ordered: z.literal(true) }),
    problems: ['not-possible'],
  }),
  writeEmail: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/records/{record}/emails',
    tag: 'calls',
    summary: 'Write an e-mail to the default address of a record',
    details: 'Sent once, however often it is sent in under the same `id`.',
    who: { roles: ['administrator', 'supervisor', 'agent'], scope: 'records.write' },
    params: z.object({ campaign: IdOfCampaign, record: IdOfRecord }),
    body: z.strictObject({
      id: z
        .string()
        .regex(/^[A-Za-z0-9-]{1,64}$/, '1 to 64 letters, digits and hyphens')
        .describe('chosen by you'),
      mailbox: z.string().min(1).max(64).describe('a mailbox of the centre'),
      subject: z.string().trim().min(1).max(200),
      text: z.string().min(1).max(20_000),
      html: z
        .boolean()
        .default(false)
        .describe('sent as HTML, too: with **bold**, [links](https://…) and lists'),
      cc: Copies,
      bcc: Copies,
      attachments: z
        .array(z.string().min(1).max(200))
        .max(10)
        .default([])
        .describe('files that a rule or a classifier attaches'),
    }),
    answer: z.object({ ordered: z.literal(true) }),
    problems: ['not-possible'],
  }),
};
